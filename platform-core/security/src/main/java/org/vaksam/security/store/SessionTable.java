package org.vaksam.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Table {@code session}; the cookie's value itself is nowhere but in the browser. */
public final class SessionTable {
    /** An open session and whose it is. */
    public record Open(AccountRow account, String csrf, Instant lastSeen, Instant expires) {}

    /** A new session. */
    public record Fresh(String hash, String account, String csrf, Instant now, Instant expires) {}

    /** How and from where somebody signed in. */
    public record Origin(String method, String address, String agent) {}

    /** A session as it is shown; the hash tells nobody the cookie. */
    public record Listed(String hash, Origin origin, Instant created, Instant lastSeen, Instant expires) {}

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

    public void insert(Fresh session, Origin origin) throws SQLException {
        sql.update(
                "INSERT INTO session (hash, account, csrf, created, last_seen, expires, method, address, agent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session.hash(),
                session.account(),
                session.csrf(),
                session.now(),
                session.now(),
                session.expires(),
                origin.method(),
                origin.address(),
                origin.agent());
    }

    /** The account's sessions that are neither over nor idle, the one used last first. */
    public List<Listed> of(String account, Instant now, Instant idleSince) throws SQLException {
        return sql.list(
                "SELECT hash, method, address, agent, created, last_seen, expires FROM session"
                        + " WHERE account = ? AND expires > ? AND last_seen > ? ORDER BY last_seen DESC, hash",
                row -> new Listed(
                        row.getString("hash"),
                        new Origin(text(row, "method"), text(row, "address"), text(row, "agent")),
                        Sql.instant(row, "created").orElse(Instant.EPOCH),
                        Sql.instant(row, "last_seen").orElse(Instant.EPOCH),
                        Sql.instant(row, "expires").orElse(Instant.EPOCH)),
                account,
                now,
                idleSince);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** Ends one session of the account; false when there is none such. */
    public boolean end(String account, String hash) throws SQLException {
        return sql.update("DELETE FROM session WHERE account = ? AND hash = ?", account, hash) == 1;
    }

    public void seen(String hash, Instant now) throws SQLException {
        sql.update("UPDATE session SET last_seen = ? WHERE hash = ? AND last_seen < ?", now, hash, now);
    }

    public void end(String hash) throws SQLException {
        sql.update("DELETE FROM session WHERE hash = ?", hash);
    }

    /** Ends the account's sessions but this one; a hash of nobody ends all. */
    public int endOthers(String account, String but) throws SQLException {
        return sql.update("DELETE FROM session WHERE account = ? AND hash <> ?", account, but);
    }

    /** How the session began; empty when there is none. */
    public Optional<String> method(String hash) throws SQLException {
        return sql.first("SELECT method FROM session WHERE hash = ?", row -> text(row, "method"), hash);
    }

    /** Notes which session of the identity provider it began with. */
    public void belongsTo(String hash, String providerSession) throws SQLException {
        sql.update("UPDATE session SET provider_session = ? WHERE hash = ?", providerSession, hash);
    }

    /** Ends those that began with this session of the identity provider; answers how many. */
    public int endOf(String providerSession) throws SQLException {
        return sql.update("DELETE FROM session WHERE provider_session = ?", providerSession);
    }

    /** Ends the account's sessions that began this way; answers how many. */
    public int endBegunWith(String method, String account) throws SQLException {
        return sql.update("DELETE FROM session WHERE account = ? AND method = ?", account, method);
    }

    public void endExpired(Instant now) throws SQLException {
        sql.update("DELETE FROM session WHERE expires < ?", now);
    }
}
