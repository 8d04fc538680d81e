package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of legal holds. A key of the database keeps a held record from being deleted, whoever tries. */
@Component(service = HoldTable.class)
public final class HoldTable {
    /** A legal hold of a record; {@code by} is the name of whoever placed it. */
    public record Hold(String record, String reason, String by, Instant since) {}

    private final PlatformDatabase database;

    @Activate
    public HoldTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    public Optional<Hold> find(String record) {
        return database.read(sql -> sql.first(
                "SELECT record_id, reason, held_by, since FROM record_hold WHERE record_id = ?",
                HoldTable::hold,
                record));
    }

    /** Newest first. */
    public List<Hold> all() {
        return database.read(sql -> sql.list(
                "SELECT record_id, reason, held_by, since FROM record_hold ORDER BY since DESC, record_id",
                HoldTable::hold));
    }

    /** How many records of this type are held. */
    public static long count(Sql sql, String type) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM record_hold h JOIN record r ON r.id = h.record_id WHERE r.type = ?", type);
    }

    public static void insert(Sql sql, Hold hold) throws SQLException {
        sql.update(
                "INSERT INTO record_hold (record_id, reason, held_by, since) VALUES (?, ?, ?, ?)",
                hold.record(),
                hold.reason(),
                hold.by(),
                hold.since());
    }

    public static boolean delete(Sql sql, String record) throws SQLException {
        return sql.update("DELETE FROM record_hold WHERE record_id = ?", record) == 1;
    }

    static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString("record_id"),
                row.getString("reason"),
                row.getString("held_by"),
                Sql.instant(row, "since").orElseThrow());
    }
}
