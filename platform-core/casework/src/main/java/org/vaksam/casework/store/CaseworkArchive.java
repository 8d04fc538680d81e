package org.vaksam.casework.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/**
 * What was said, decided and promised about a module's records, on its way into an archive and back; gone when the records are.
 * Documents have an archive of their own.
 */
@Component(service = Contribution.class)
public final class CaseworkArchive implements Contribution {
    /** Each after what it refers to; all have a column {@code record_id}. */
    private static final List<String> TABLES = List.of(
            "record_comment",
            "record_comment_text",
            "notice",
            "record_follow",
            "record_share",
            "deadline",
            "work_action",
            "work_alarm",
            "report_receipt",
            "report_message");

    /** Letters that wait: they go with the records and into no archive, since there may be codes in them. */
    private static final String LETTERS = "mail_letter";

    private static final String OF_TYPES = " WHERE record_id IN (SELECT id FROM record WHERE type LIKE ?)";

    private final PlatformDatabase database;

    @Activate
    public CaseworkArchive(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        return List.of();
    }

    /** The records are still there, or are gone in the same transaction. */
    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        if (!purge) {
            return List.of();
        }
        var childrenFirst = new ArrayList<>(TABLES);
        childrenFirst.add(LETTERS);
        Collections.reverse(childrenFirst);
        int removed = database.write(sql -> {
            int rows = 0;
            for (String table : childrenFirst) {
                rows += sql.update("DELETE FROM " + table + OF_TYPES, types(module));
                rows += sql.update("DELETE FROM " + table + " WHERE record_id IS NOT NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM record r WHERE r.id = " + table + ".record_id)");
            }
            return rows;
        });
        return removed == 0
                ? List.of()
                : List.of(new Change(
                        "removed",
                        "casework",
                        module.id(),
                        new Text(
                                "Kommentarer, frister, åtgärder och meddelanden om posterna tas bort för gott: "
                                        + removed + " rader.",
                                "Comments, deadlines, actions and messages about the records are removed for good: "
                                        + removed + " rows.")));
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        for (String table : TABLES) {
            archive.rows(part(table), "SELECT * FROM " + table + OF_TYPES, types(module));
        }
    }

    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        for (String table : TABLES) {
            archive.insert(part(table), table, row -> row);
        }
        return List.of();
    }

    private static String part(String table) {
        return "casework/" + table;
    }

    private static String types(ModuleDescriptor module) {
        return module.id() + ".%";
    }
}
