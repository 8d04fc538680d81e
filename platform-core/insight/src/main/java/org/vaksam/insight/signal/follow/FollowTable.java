package org.vaksam.insight.signal.follow;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Who follows signals, and what each of them was told. */
@Component(service = FollowTable.class)
public final class FollowTable {
    private final PlatformDatabase database;

    @Activate
    public FollowTable(@Reference InsightTables tables) {
        this.database = tables.database();
    }

    /**
     * What somebody was told.
     *
     * @param surplus how many too many there were then
     * @param seen    last day on which the signal was there
     */
    record Told(double surplus, LocalDate seen) {}

    PlatformDatabase database() {
        return database;
    }

    /** Accounts, in an order of their own. */
    List<String> followers() {
        return database.read(
                sql -> sql.list("SELECT account FROM signal_follow ORDER BY account", row -> row.getString(1)));
    }

    /** Whether this account follows. */
    public boolean isFollowing(String account) {
        return database.read(sql -> sql.number("SELECT COUNT(*) FROM signal_follow WHERE account = ?", account)) > 0;
    }

    /** Follows from now on, or no longer; the same again changes nothing. */
    public void set(String account, boolean following, Instant now) {
        database.write(sql -> {
            int before = sql.update("UPDATE signal_follow SET since = since WHERE account = ?", account);
            if (following && before == 0) {
                sql.update("INSERT INTO signal_follow (account, since) VALUES (?, ?)", account, now);
            } else if (!following) {
                sql.update("DELETE FROM signal_follow WHERE account = ?", account);
                sql.update("DELETE FROM signal_told WHERE account = ?", account);
            }
            return before;
        });
    }

    static Optional<Told> told(Sql sql, String account, String key) throws SQLException {
        return sql.first(
                "SELECT surplus, seen_day FROM signal_told WHERE account = ? AND signal_key = ?",
                row -> new Told(row.getDouble(1), LocalDate.parse(row.getString(2))),
                account,
                key);
    }

    static void seen(Sql sql, String account, Signal signal, LocalDate day) throws SQLException {
        sql.update(
                "UPDATE signal_told SET seen_day = ?, type = ? WHERE account = ? AND signal_key = ? AND seen_day < ?",
                day.toString(),
                signal.type(),
                account,
                signal.key(),
                day.toString());
    }

    /** Fails when somebody else tells it at the same time. */
    static void tell(Sql sql, String account, Signal signal, Instant now, LocalDate day) throws SQLException {
        sql.update("DELETE FROM signal_told WHERE account = ? AND signal_key = ?", account, signal.key());
        sql.update(
                "INSERT INTO signal_told (account, signal_key, type, surplus, told_at, seen_day) VALUES (?, ?, ?, ?, ?, ?)",
                account,
                signal.key(),
                signal.type(),
                signal.surplus(),
                now,
                day.toString());
    }

    /** What was gone before this day may be told anew when it comes back. */
    void forget(LocalDate before) {
        database.write(sql -> sql.update("DELETE FROM signal_told WHERE seen_day < ?", before.toString()));
    }
}
