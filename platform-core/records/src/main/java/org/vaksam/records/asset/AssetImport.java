package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.ImportedAssets.Imported;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.exchange.TableFiles.Row;
import org.vaksam.spi.web.EntityTags;

/** Makes the register what a table says: all of it or nothing, and the same table again changes nothing. */
@Component(service = AssetImport.class)
public final class AssetImport {
    /**
     * What the table does.
     *
     * @param possible whether nothing stands in the way
     * @param problems by line, {@code 12.name}
     * @param counts   how many are created, changed, the same
     */
    public record Preview(boolean possible, List<FieldProblem> problems, Map<String, Long> counts) {}

    private static final int MOST = 50_000;

    private final PlatformDatabase database;
    private final AssetAccess access;
    private final AssetInput input;
    private final AssetTypes types;
    private final AssetReading reading;
    private final Journal journal;

    @Activate
    public AssetImport(
            @Reference Tables tables,
            @Reference AssetAccess access,
            @Reference AssetInput input,
            @Reference AssetTypes types,
            @Reference AssetReading reading,
            @Reference Journal journal) {
        this.database = tables.database();
        this.access = access;
        this.input = input;
        this.types = types;
        this.reading = reading;
        this.journal = journal;
    }

    /** Reads the rows, and carries out what they say unless it is only to be looked at. */
    public Preview run(List<Row> rows, boolean look) {
        access.requireWriting();
        if (rows.size() > MOST) {
            throw Problem.badRequest(
                    new Text("Högst " + MOST + " rader åt gången.", "At most " + MOST + " lines at a time."));
        }
        List<AssetColumns.Line> lines = AssetColumns.lines(rows);
        return look
                ? database.read(sql -> preview(read(sql, lines)))
                : database.write(sql -> {
                    new AssetTable(sql).lock();
                    ImportedAssets read = read(sql, lines);
                    if (!read.problems().isEmpty()) {
                        throw Problem.invalid(read.problems());
                    }
                    store(sql, read.all());
                    return preview(read);
                });
    }

    private ImportedAssets read(Sql sql, List<AssetColumns.Line> lines) throws SQLException {
        return new ImportedAssets(new AssetTable(sql), access, input, types, reading, lines);
    }

    private void store(Sql sql, List<Imported> all) throws SQLException {
        var table = new AssetTable(sql);
        table.insert(all.stream()
                .filter(one -> one.before().isEmpty())
                .map(Imported::after)
                .toList());
        var entries = new ArrayList<Journal.Entry>();
        for (Imported one : all) {
            if (one.before().isEmpty()) {
                entries.add(AssetEntries.created(one.after()));
            } else if (one.isChange()) {
                if (!table.update(one.after())) {
                    throw EntityTags.stale(one.after().version());
                }
                entries.add(AssetEntries.changed("changed", one.before().get(), one.after(), Map.of()));
            }
        }
        journal.appendAll(entries);
    }

    private static Preview preview(ImportedAssets read) {
        Map<String, Long> counts = read.all().stream()
                .collect(Collectors.groupingBy(
                        one -> one.before().isEmpty() ? "created" : one.isChange() ? "changed" : "same",
                        Collectors.counting()));
        return new Preview(read.problems().isEmpty(), read.problems(), counts);
    }
}
