package org.vaksam.insight.store;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleRows;
import org.vaksam.spi.kernel.ModuleRows.Table;

/** What people saved and decided about a module's lists, signals and charts, on its way into an archive and back; gone when the records are. */
@Component(service = Contribution.class)
public final class InsightArchive implements Contribution {
    /** Who was told of what goes into no archive: after it comes back, followers are told anew. */
    private static final List<Table> TABLES = List.of(
            Table.ofTypes("saved_view"),
            Table.ofRecords("record_chart"),
            Table.ofTypes("signal_dismissal"),
            Table.ofTypes("signal_told").unarchived());

    private final ModuleRows rows;

    @Activate
    public InsightArchive(@Reference InsightTables tables) {
        this.rows = new ModuleRows(tables.database(), "insight", TABLES);
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        return rows.remove(
                module,
                purge,
                removed -> new Text(
                        "Sparade vyer, diagram på ärenden och det som är sagt om signaler tas bort för gott: " + removed
                                + " rader.",
                        "Saved views, charts of records and what was said of signals are removed for good: " + removed
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
