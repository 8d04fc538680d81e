package org.vaksam.casework.store;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleRows;
import org.vaksam.spi.kernel.ModuleRows.Table;

/**
 * What was said, decided and promised about a module's records, on its way into an archive and back; gone when the records are.
 * Documents have an archive of their own.
 */
@Component(service = Contribution.class)
public final class CaseworkArchive implements Contribution {
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
    private static final Table LETTERS = Table.ofRecords("mail_letter").unarchived();

    private final ModuleRows rows;

    @Activate
    public CaseworkArchive(@Reference CaseworkTables tables) {
        this.rows = new ModuleRows(
                tables.database(),
                "casework",
                Stream.concat(TABLES.stream().map(Table::ofRecords), Stream.of(LETTERS))
                        .toList());
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        return rows.remove(
                module,
                purge,
                removed -> new Text(
                        "Kommentarer, frister, åtgärder och meddelanden om posterna tas bort för gott: " + removed
                                + " rader.",
                        "Comments, deadlines, actions and messages about the records are removed for good: " + removed
                                + " rows."));
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        rows.write(module, archive);
    }

    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        rows.restore(module, archive);
        return List.of();
    }
}
