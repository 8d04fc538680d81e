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
            + " WHERE r.type = ? AND r.kind = ? AND r.anonymised_at IS NULL"
            // what goes on in another record is kept as long as that one
            + " AND (r.merged_into IS NULL OR NOT EXISTS (SELECT 1 FROM record t WHERE t.id = r.merged_into)) AND ";

    private static final String FREE = " AND h.record_id IS NULL";
    private static final String HELD = " AND h.record_id IS NOT NULL";

    private final PlatformDatabase database;

    @Activate
    public RetentionTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    /** Those that nobody holds, in the order of their creation. */
    public List<Old> free(Reach reach, int limit) {
        return find(reach, FREE, limit);
    }

    /** Those that are held, in the order of their creation. */
    public List<Old> held(Reach reach, int limit) {
        return find(reach, HELD, limit);
    }

    public long countFree(Reach reach) {
        return count(reach, FREE);
    }

    public long countHeld(Reach reach) {
        return count(reach, HELD);
    }

    private List<Old> find(Reach reach, String which, int limit) {
        if (limit < 1) {
            return List.of();
        }
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + FROM + begins(reach) + which + " ORDER BY r.id FETCH FIRST " + limit
                        + " ROWS ONLY",
                row -> old(row, reach),
                reach.type(),
                reach.kind(),
                reach.before()));
    }

    private long count(Reach reach, String which) {
        return database.read(sql -> sql.number(
                "SELECT COUNT(*)" + FROM + begins(reach) + which, reach.type(), reach.kind(), reach.before()));
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
