package org.vaksam.records.link;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Pairs of records of which somebody has said that they have nothing to do with one another. */
@Component(service = Dismissals.class)
public final class Dismissals {
    private final PlatformDatabase database;
    private final RecordPermissions permissions;
    private final Pair pair;

    @Activate
    public Dismissals(@Reference Tables tables, @Reference RecordPermissions permissions, @Reference Pair pair) {
        this.database = tables.database();
        this.permissions = permissions;
        this.pair = pair;
    }

    /** Ids of those dismissed for this record. */
    Set<String> of(RecordRow row) {
        return new HashSet<>(database.read(sql -> sql.list(
                "SELECT other_record FROM record_link_dismissal WHERE record_id = ?",
                found -> found.getString(1),
                row.id())));
    }

    /** Is not proposed any more, on either side; a second time changes nothing. */
    public void dismiss(RecordRow row, String idOrNumber) {
        RecordRow other = pair.other(row, idOrNumber, "other");
        pair.requireEither(row, other);
        database.write(sql -> {
            if (!LinkTable.lock(sql, row.id(), other.id())) {
                throw RecordPermissions.missing();
            }
            if (isDismissed(sql, row, other)) {
                return false;
            }
            Instant now = Instant.now();
            insert(sql, row, other, now);
            insert(sql, other, row, now);
            pair.journal("record.link-dismissed", row, other, Map.of());
            return true;
        });
    }

    /** May be proposed again. */
    public void takeBack(RecordRow row, String idOrNumber) {
        RecordRow other = pair.other(row, idOrNumber, "other");
        pair.requireEither(row, other);
        database.write(sql -> {
            LinkTable.lock(sql, row.id(), other.id());
            if (!isDismissed(sql, row, other)) {
                return false;
            }
            delete(sql, row, other);
            delete(sql, other, row);
            pair.journal("record.link-dismissal-undone", row, other, Map.of());
            return true;
        });
    }

    private static boolean isDismissed(Sql sql, RecordRow row, RecordRow other) throws SQLException {
        return sql.number(
                        "SELECT COUNT(*) FROM record_link_dismissal WHERE record_id = ? AND other_record = ?",
                        row.id(),
                        other.id())
                > 0;
    }

    private void insert(Sql sql, RecordRow row, RecordRow other, Instant now) throws SQLException {
        sql.update(
                "INSERT INTO record_link_dismissal (record_id, other_record, made_at, made_by) VALUES (?, ?, ?, ?)",
                row.id(),
                other.id(),
                now,
                permissions.caller().account());
    }

    private static void delete(Sql sql, RecordRow row, RecordRow other) throws SQLException {
        sql.update("DELETE FROM record_link_dismissal WHERE record_id = ? AND other_record = ?", row.id(), other.id());
    }
}
