package org.vaksam.insight.store;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** What people saved about a module's lists, on its way into an archive and back; gone when the records are. */
@Component(service = Contribution.class)
public final class InsightArchive implements Contribution {
    /** All have a column {@code type} with the name of a record type. */
    private static final List<String> TABLES = List.of("saved_view");

    private static final String OF_TYPES = " WHERE type LIKE ?";

    private final PlatformDatabase database;

    @Activate
    public InsightArchive(@Reference InsightTables tables) {
        this.database = tables.database();
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        return List.of();
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        if (!purge) {
            return List.of();
        }
        int removed = database.write(sql -> {
            int rows = 0;
            for (String table : TABLES) {
                rows += sql.update("DELETE FROM " + table + OF_TYPES, types(module));
            }
            return rows;
        });
        return removed == 0
                ? List.of()
                : List.of(new Change(
                        "removed",
                        "insight",
                        module.id(),
                        new Text(
                                "Sparade vyer tas bort för gott: " + removed + ".",
                                "Saved views are removed for good: " + removed + ".")));
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
        return "insight/" + table;
    }

    private static String types(ModuleDescriptor module) {
        return module.id() + ".%";
    }
}
