package org.vaksam.exchange.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.spi.data.Sql;

/** The table of items that were taken: which record each became, and what it said last. Used on one connection. */
final class SeenItems {
    /**
     * An item that was taken.
     *
     * @param sha256 of what it said last; empty when that is not known
     */
    record Seen(String record, String sha256) {}

    private final Sql sql;
    private final String type;

    SeenItems(Sql sql, String type) {
        this.sql = sql;
        this.type = type;
    }

    Optional<Seen> find(ExternalKey key) throws SQLException {
        return sql.first(
                "SELECT record_id, sha256 FROM feed_item WHERE record_type = ? AND source = ? AND item_key = ?",
                row -> new Seen(row.getString("record_id"), row.getString("sha256")),
                type,
                key.source(),
                key.key());
    }

    void add(ExternalKey key, String record, String sha256, Instant now) throws SQLException {
        sql.update(
                "INSERT INTO feed_item (record_type, source, item_key, record_id, sha256, seen_at) VALUES (?,?,?,?,?,?)",
                type,
                key.source(),
                key.key(),
                record,
                sha256,
                now);
    }

    void changed(ExternalKey key, String sha256, Instant now) throws SQLException {
        sql.update(
                "UPDATE feed_item SET sha256 = ?, seen_at = ? WHERE record_type = ? AND source = ? AND item_key = ?",
                sha256,
                now,
                type,
                key.source(),
                key.key());
    }
}
