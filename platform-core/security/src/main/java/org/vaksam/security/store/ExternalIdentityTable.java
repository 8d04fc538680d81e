package org.vaksam.security.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Tables {@code external_identity} and {@code used_sign_in}: who comes from an identity provider, and what they came with. */
public final class ExternalIdentityTable {
    private final Sql sql;

    public ExternalIdentityTable(Sql sql) {
        this.sql = sql;
    }

    /** Whose identity it is. */
    public Optional<AccountRow> account(String issuer, String subject) throws SQLException {
        return sql.first(
                "SELECT a.id, a.username, a.name, a.service, a.enabled, a.created FROM external_identity e"
                        + " JOIN account a ON a.id = e.account WHERE e.issuer = ? AND e.subject = ?",
                AccountTable::row,
                issuer,
                subject);
    }

    public void insert(String issuer, String subject, String account) throws SQLException {
        sql.update(
                "INSERT INTO external_identity (issuer, subject, account) VALUES (?, ?, ?)", issuer, subject, account);
    }

    /** Uses up a sign-in; false when it was used before. */
    public boolean useUp(String hash, Instant now, Instant expires) throws SQLException {
        sql.update("DELETE FROM used_sign_in WHERE expires < ?", now);
        if (sql.number("SELECT COUNT(*) FROM used_sign_in WHERE hash = ?", hash) > 0) {
            return false;
        }
        return sql.update("INSERT INTO used_sign_in (hash, expires) VALUES (?, ?)", hash, expires) == 1;
    }
}
