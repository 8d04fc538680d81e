package org.vaksam.security.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaksam.spi.data.Sql;

/** Tables {@code account_email} and {@code password_reset}; of a link only its fingerprint is stored. */
public final class PasswordResetTable {
    /** Somebody who can get a letter. */
    public record Reachable(AccountRow account, String address) {}

    private static final String REACHABLE =
            "SELECT a.id, a.username, a.name, a.service, a.enabled, a.created, e.address FROM account a"
                    + " JOIN account_email e ON e.account = a.id"
                    + " WHERE a.username = ? AND a.enabled = TRUE AND a.service = FALSE"
                    + " AND EXISTS (SELECT 1 FROM credential c WHERE c.account = a.id)";

    private final Sql sql;

    public PasswordResetTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<String> email(String account) throws SQLException {
        return sql.first("SELECT address FROM account_email WHERE account = ?", row -> row.getString(1), account);
    }

    /** Every address, by account. */
    public Map<String, String> emails() throws SQLException {
        return sql
                .list(
                        "SELECT account, address FROM account_email",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void setEmail(String account, String address) throws SQLException {
        sql.update("DELETE FROM account_email WHERE account = ?", account);
        sql.update("INSERT INTO account_email (account, address) VALUES (?, ?)", account, address);
    }

    /** An enabled person with a password and an address. */
    public Optional<Reachable> reachable(String username) throws SQLException {
        return sql.first(REACHABLE, row -> new Reachable(AccountTable.row(row), row.getString("address")), username);
    }

    /** The one link of the account that is good from now on. */
    public void insert(String hash, String account, Instant expires) throws SQLException {
        endAll(account);
        sql.update("INSERT INTO password_reset (hash, account, expires) VALUES (?, ?, ?)", hash, account, expires);
    }

    /** Whose link it is, while it is good. */
    public Optional<AccountRow> find(String hash, Instant now) throws SQLException {
        return sql.first(
                "SELECT a.id, a.username, a.name, a.service, a.enabled, a.created FROM password_reset p"
                        + " JOIN account a ON a.id = p.account WHERE p.hash = ? AND p.expires > ? AND a.enabled = TRUE",
                AccountTable::row,
                hash,
                now);
    }

    /** Uses up the link; false when somebody was faster. */
    public boolean use(String hash) throws SQLException {
        return sql.update("DELETE FROM password_reset WHERE hash = ?", hash) == 1;
    }

    public void endAll(String account) throws SQLException {
        sql.update("DELETE FROM password_reset WHERE account = ?", account);
    }
}
