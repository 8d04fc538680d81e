package org.vaksam.security.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Table {@code session}; the cookie's value itself is nowhere but in the browser. */
public final class SessionTable {
    /** An open session and whose it is. */
    public record Open(AccountRow account, String csrf, Instant lastSeen, Instant expires) {}

    private final Sql sql;

    public SessionTable(Sql sql) {
        this.sql = sql;
    }

    /** The session of an enabled account, however old. */
    public Optional<Open> find(String hash) throws SQLException {
        return sql.first(
                "SELECT a.id, a.username, a.name, a.service, a.enabled, a.created,"
                        + " s.csrf, s.last_seen, s.expires FROM session s JOIN account a ON a.id = s.account"
                        + " WHERE s.hash = ? AND a.enabled = TRUE",
                row -> new Open(
                        AccountTable.row(row),
                        row.getString("csrf"),
                        Sql.instant(row, "last_seen").orElse(Instant.EPOCH),
                        Sql.instant(row, "expires").orElse(Instant.EPOCH)),
                hash);
    }

    public void insert(String hash, String account, String csrf, Instant now, Instant expires) throws SQLException {
        sql.update(
                "INSERT INTO session (hash, account, csrf, created, last_seen, expires) VALUES (?, ?, ?, ?, ?, ?)",
                hash,
                account,
                csrf,
                now,
                now,
                expires);
    }

    public void seen(String hash, Instant now) throws SQLException {
        sql.update("UPDATE session SET last_seen = ? WHERE hash = ? AND last_seen < ?", now, hash, now);
    }

    public void end(String hash) throws SQLException {
        sql.update("DELETE FROM session WHERE hash = ?", hash);
    }

    /** Ends the account's sessions but this one; a hash of nobody ends all. */
    public void endOthers(String account, String but) throws SQLException {
        sql.update("DELETE FROM session WHERE account = ? AND hash <> ?", account, but);
    }

    public void endExpired(Instant now) throws SQLException {
        sql.update("DELETE FROM session WHERE expires < ?", now);
    }
}
