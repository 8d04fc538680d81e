package org.vaksam.exchange.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** The table of feeds. Used on one connection. */
public final class FeedTable {
    private static final String SELECT = "SELECT * FROM feed ";

    private final Sql sql;

    public FeedTable(Sql sql) {
        this.sql = sql;
    }

    /** A feed and how it is doing. */
    public record Row(Feed feed, FeedState state) {
        /** Whether its turn has come; a turn that is further away than any pause was set by a clock that was wrong. */
        boolean isDue(Instant now) {
            Instant latest = now.plus(FeedRun.pause(feed.every(), state.failures()));
            return feed.enabled()
                    && feed.source() != Feed.Source.REST
                    && (!state.nextRun().isAfter(now) || state.nextRun().isAfter(latest));
        }
    }

    void insert(Feed feed) throws SQLException {
        sql.update(
                "INSERT INTO feed (id, name, format, source, folder, address, every_seconds, silent_seconds, enabled, unit,"
                        + " version, created_at, updated_at, next_run_at, failures, received, stored, known, updates,"
                        + " in_tray, discarded) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0,0,0,0,0)",
                feed.id(),
                feed.name(),
                feed.format(),
                feed.source(),
                feed.folder(),
                feed.address(),
                feed.every().toSeconds(),
                feed.silent().map(Duration::toSeconds),
                feed.enabled(),
                feed.unit(),
                feed.version(),
                feed.createdAt(),
                feed.updatedAt(),
                feed.createdAt());
    }

    /** Stores another setting; what was known of its address is forgotten. False when somebody else was faster. */
    boolean update(Feed feed) throws SQLException {
        return sql.update(
                        "UPDATE feed SET name = ?, format = ?, source = ?, folder = ?, address = ?, every_seconds = ?,"
                                + " silent_seconds = ?, enabled = ?, unit = ?, version = ?, updated_at = ?,"
                                + " next_run_at = ?, failures = 0, failure_sv = NULL, failure_en = NULL, etag = NULL,"
                                + " last_modified = NULL WHERE id = ? AND version = ?",
                        feed.name(),
                        feed.format(),
                        feed.source(),
                        feed.folder(),
                        feed.address(),
                        feed.every().toSeconds(),
                        feed.silent().map(Duration::toSeconds),
                        feed.enabled(),
                        feed.unit(),
                        feed.version(),
                        feed.updatedAt(),
                        feed.updatedAt(),
                        feed.id(),
                        feed.version() - 1)
                == 1;
    }

    boolean delete(String id, int version) throws SQLException {
        return sql.update("DELETE FROM feed WHERE id = ? AND version = ?", id, version) == 1;
    }

    public Optional<Row> find(String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", FeedTable::map, id);
    }

    List<Row> all() throws SQLException {
        return sql.list(SELECT + "ORDER BY name, id", FeedTable::map);
    }

    /** Takes the run that is due, so that nobody else does; false when somebody has. */
    boolean claim(Row row, Instant next) throws SQLException {
        return sql.update(
                        "UPDATE feed SET next_run_at = ? WHERE id = ? AND version = ? AND next_run_at = ?",
                        next,
                        row.feed().id(),
                        row.feed().version(),
                        row.state().nextRun())
                == 1;
    }

    void runAt(String id, Instant next) throws SQLException {
        sql.update("UPDATE feed SET next_run_at = ? WHERE id = ?", next, id);
    }

    /** Nobody else takes anything in for this feed until the transaction ends; false when it is gone. */
    public boolean lock(String id) throws SQLException {
        return sql.update("UPDATE feed SET received = received WHERE id = ?", id) == 1;
    }

    void succeeded(String id, Instant at) throws SQLException {
        sql.update(
                "UPDATE feed SET last_run_at = ?, last_success_at = ?, failures = 0, failure_sv = NULL, failure_en = NULL"
                        + " WHERE id = ?",
                at,
                at,
                id);
    }

    void failed(String id, Instant at, Instant next, Text why) throws SQLException {
        sql.update(
                "UPDATE feed SET last_run_at = ?, failures = failures + 1, failure_sv = ?, failure_en = ?, next_run_at = ?"
                        + " WHERE id = ?",
                at,
                why.sv(),
                why.en(),
                next,
                id);
    }

    void validators(String id, Optional<String> etag, Optional<String> lastModified) throws SQLException {
        sql.update("UPDATE feed SET etag = ?, last_modified = ? WHERE id = ?", etag, lastModified, id);
    }

    /** Adds to what it counts. */
    public void count(String id, FeedState.Counts more, Optional<Instant> itemAt) throws SQLException {
        sql.update(
                "UPDATE feed SET received = received + ?, stored = stored + ?, known = known + ?, updates = updates + ?,"
                        + " in_tray = in_tray + ?, discarded = discarded + ?,"
                        + " last_item_at = COALESCE(CAST(? AS TIMESTAMP), last_item_at) WHERE id = ?",
                more.received(),
                more.stored(),
                more.known(),
                more.updates(),
                more.inTray(),
                more.discarded(),
                itemAt,
                id);
    }

    private static Row map(ResultSet row) throws SQLException {
        long silent = row.getLong("silent_seconds");
        Optional<Duration> limit = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(silent));
        var feed = new Feed(
                row.getString("id"),
                row.getString("name"),
                row.getString("format"),
                Feed.Source.valueOf(row.getString("source")),
                Optional.ofNullable(row.getString("folder")),
                Optional.ofNullable(row.getString("address")),
                Duration.ofSeconds(row.getLong("every_seconds")),
                limit,
                row.getBoolean("enabled"),
                Optional.ofNullable(row.getString("unit")),
                row.getInt("version"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "updated_at").orElseThrow());
        return new Row(feed, state(row));
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(
                Sql.instant(row, "next_run_at").orElseThrow(),
                Sql.instant(row, "last_run_at"),
                Sql.instant(row, "last_success_at"),
                Sql.instant(row, "last_item_at"),
                row.getInt("failures"),
                Sql.text(row, "failure"),
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified")),
                new FeedState.Counts(
                        row.getLong("received"),
                        row.getLong("stored"),
                        row.getLong("known"),
                        row.getLong("updates"),
                        row.getLong("in_tray"),
                        row.getLong("discarded")));
    }
}
