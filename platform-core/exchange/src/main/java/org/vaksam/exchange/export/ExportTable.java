package org.vaksam.exchange.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.RunState;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of exports. */
final class ExportTable {
    private static final String COLUMNS = "id, owner, sight, name, subject, format, state, total, row_count, unlocated,"
            + " bytes, created_at, finished_at, failure_sv, failure_en";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM export_file ";

    private final PlatformDatabase database;

    ExportTable(PlatformDatabase database) {
        this.database = database;
    }

    void add(Export export) {
        database.write(sql -> sql.update(
                "INSERT INTO export_file (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                export.id(),
                export.owner(),
                export.sight(),
                export.name(),
                export.subject(),
                export.format(),
                export.state(),
                export.total(),
                export.rows(),
                export.unlocated(),
                export.bytes(),
                export.createdAt(),
                export.finishedAt(),
                export.failure().map(Text::sv),
                export.failure().map(Text::en)));
    }

    /** Stores what changes while it is made; false when it was taken away meanwhile. */
    boolean update(Export export) {
        return database.write(sql -> sql.update(
                        "UPDATE export_file SET state = ?, row_count = ?, unlocated = ?, bytes = ?, finished_at = ?,"
                                + " failure_sv = ?, failure_en = ? WHERE id = ?",
                        export.state(),
                        export.rows(),
                        export.unlocated(),
                        export.bytes(),
                        export.finishedAt(),
                        export.failure().map(Text::sv),
                        export.failure().map(Text::en),
                        export.id()))
                == 1;
    }

    void delete(String id) {
        database.write(sql -> sql.update("DELETE FROM export_file WHERE id = ?", id));
    }

    Optional<Export> find(String id) {
        return database.read(sql -> sql.first(SELECT + "WHERE id = ?", ExportTable::map, id));
    }

    /** Of one person, newest first. */
    List<Export> of(String owner) {
        return database.read(sql -> sql.list(SELECT + "WHERE owner = ? ORDER BY id DESC", ExportTable::map, owner));
    }

    /** Not ended yet. Asked by what does not change meanwhile: looked for by its state, one that just begins is missed. */
    List<Export> open() {
        return database.read(sql -> sql.list(SELECT + "WHERE finished_at IS NULL ORDER BY id", ExportTable::map));
    }

    /** Ended before this time. */
    List<Export> endedBefore(Instant time) {
        return database.read(sql -> sql.list(SELECT + "WHERE finished_at <= ? ORDER BY id", ExportTable::map, time));
    }

    /** Those that have a file. */
    List<Export> done() {
        return database.read(sql -> sql.list(SELECT + "WHERE state = ? ORDER BY id", ExportTable::map, RunState.DONE));
    }

    private static Export map(ResultSet row) throws SQLException {
        return new Export(
                row.getString("id"),
                row.getString("owner"),
                row.getString("sight"),
                row.getString("name"),
                Export.Subject.valueOf(row.getString("subject")),
                FileFormat.valueOf(row.getString("format")),
                RunState.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("row_count"),
                row.getLong("unlocated"),
                row.getLong("bytes"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "finished_at"),
                Sql.text(row, "failure"));
    }
}
