package org.vaksam.security.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Table {@code pending_sign_in}: the password was right, the second factor is still to come. */
public final class PendingTable {
    private final Sql sql;

    public PendingTable(Sql sql) {
        this.sql = sql;
    }

    public void insert(String hash, String account, Instant now, Instant expires) throws SQLException {
        sql.update("DELETE FROM pending_sign_in WHERE expires < ?", now);
        sql.update("INSERT INTO pending_sign_in (hash, account, expires) VALUES (?, ?, ?)", hash, account, expires);
    }

    /** Whose it is, while it lasts and the account is enabled. */
    public Optional<AccountRow> find(String hash, Instant now) throws SQLException {
        return sql.first(
                "SELECT a.id, a.username, a.name, a.service, a.enabled, a.created FROM pending_sign_in p"
                        + " JOIN account a ON a.id = p.account WHERE p.hash = ? AND p.expires > ? AND a.enabled = TRUE",
                AccountTable::row,
                hash,
                now);
    }

    /** Ends it; false when it was over already. */
    public boolean end(String hash) throws SQLException {
        return sql.update("DELETE FROM pending_sign_in WHERE hash = ?", hash) == 1;
    }

    /** Ends all of an account: its password or factor is another one now. */
    public void endAll(String account) throws SQLException {
        sql.update("DELETE FROM pending_sign_in WHERE account = ?", account);
    }
}
