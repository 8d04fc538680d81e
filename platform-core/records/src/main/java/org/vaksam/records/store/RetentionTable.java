package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Which records have been closed, or there, for how long. */
@Component(service = RetentionTable.class)
public final class RetentionTable {
    /**
     * Records that began their period at a time before another.
     *
     * @param fromCreation the period begins with the creation, also of what is still open
     */
    public record Reach(String type, String kind, boolean fromCreation, Instant before) {}

    /** A record whose period began; its description and its fields are left out. */
    public record Old(RecordRow row, Instant since, Optional<Hold> hold) {}

    private static final String COLUMNS =
            RecordColumns.NAMES.replace(" description,", " '' AS description,").replace(" fields,", " '{}' AS fields,")
                    + ", closed_at, h.record_id, h.reason, h.held_by, h.since";
    private static final String FROM = " FROM record r LEFT OUTER JOIN record_hold h ON h.record_id = r.id"
            + " WHERE r.type = ? AND r.kind = ? AND r.anonymised_at IS NULL AND ";

    private final PlatformDatabase database;

    @Activate
    public RetentionTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    /** In the order of their creation. */
    public List<Old> find(Reach reach, int limit) {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + FROM + begins(reach) + " ORDER BY r.id FETCH FIRST " + limit + " ROWS ONLY",
                row -> old(row, reach),
                reach.type(),
                reach.kind(),
                reach.before()));
    }

    /** How many, held ones included. */
    public long count(Reach reach) {
        return database.read(sql ->
                sql.number("SELECT COUNT(*)" + FROM + begins(reach), reach.type(), reach.kind(), reach.before()));
    }

    /** How many of them are held. */
    public long countHeld(Reach reach) {
        return database.read(sql -> sql.number(
                "SELECT COUNT(h.record_id)" + FROM + begins(reach), reach.type(), reach.kind(), reach.before()));
    }

    private static String begins(Reach reach) {
        return reach.fromCreation() ? "r.created_at < ?" : "r.closed_at < ?";
    }

    private static Old old(ResultSet row, Reach reach) throws SQLException {
        RecordRow record = RecordColumns.read(row);
        Instant since = reach.fromCreation()
                ? record.createdAt()
                : Sql.instant(row, "closed_at").orElseThrow();
        boolean held = row.getString("record_id") != null;
        return new Old(record, since, held ? Optional.of(HoldTable.hold(row)) : Optional.empty());
    }
}
