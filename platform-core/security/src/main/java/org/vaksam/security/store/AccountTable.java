package org.vaksam.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vaksam.spi.data.Sql;

/** Tables {@code account} and {@code credential}. */
public final class AccountTable {
    private static final String HOLDS_EVERYTHING =
            "SELECT a.id FROM role_permission rp JOIN access_grant g ON g.role = rp.role %s"
                    + " WHERE rp.permission = '*' AND a.enabled = TRUE AND a.service = FALSE AND g.unit IS NULL"
                    + " AND g.valid_to IS NULL AND (g.valid_from IS NULL OR g.valid_from <= CURRENT_DATE)";

    private static final String COLUMNS = "SELECT id, username, name, service, enabled, created FROM account ";

    private final Sql sql;

    public AccountTable(Sql sql) {
        this.sql = sql;
    }

    /** Those with every word in their name or user name, in the order of their user names, after this one. */
    public List<AccountRow> page(List<String> words, String after, int limit) throws SQLException {
        var where = new StringBuilder("WHERE username > ?");
        var parameters = new ArrayList<Object>(List.of(after));
        for (String word : words) {
            where.append(" AND (LOWER(name) LIKE ? ESCAPE '!' OR username LIKE ? ESCAPE '!')");
            String pattern = Sql.anywhere(word);
            parameters.addAll(List.of(pattern, pattern));
        }
        return sql.list(
                COLUMNS + where + " ORDER BY username FETCH FIRST " + limit + " ROWS ONLY",
                AccountTable::row,
                parameters.toArray());
    }

    public Optional<AccountRow> byId(String id) throws SQLException {
        return sql.first(COLUMNS + "WHERE id = ?", AccountTable::row, id);
    }

    public Optional<AccountRow> byUsername(String username) throws SQLException {
        return sql.first(COLUMNS + "WHERE username = ?", AccountTable::row, username);
    }

    /** Which of these accounts are people's and switched on. */
    public Set<String> enabledPeople(List<String> ids) throws SQLException {
        return new HashSet<>(sql.list(
                "SELECT id FROM account WHERE enabled = TRUE AND service = FALSE AND id IN (" + Sql.places(ids.size())
                        + ")",
                row -> row.getString(1),
                ids.toArray()));
    }

    /** Locks the row until the transaction ends, so that two changes of one account follow each other. */
    public Optional<AccountRow> lock(String id) throws SQLException {
        sql.update("UPDATE account SET name = name WHERE id = ?", id);
        return byId(id);
    }

    public void insert(AccountRow account) throws SQLException {
        sql.update(
                "INSERT INTO account (id, username, name, service, enabled, created) VALUES (?, ?, ?, ?, ?, ?)",
                account.id(),
                account.username(),
                account.name(),
                account.service(),
                account.enabled(),
                account.created());
    }

    public void update(String id, String name, boolean enabled) throws SQLException {
        sql.update("UPDATE account SET name = ?, enabled = ? WHERE id = ?", name, enabled, id);
    }

    /** How many people (not services) have an account. */
    public long people() throws SQLException {
        return sql.number("SELECT COUNT(*) FROM account WHERE service = FALSE");
    }

    /** How many enabled people hold everything, everywhere and without an end, by themselves or through a group. */
    public long administrators() throws SQLException {
        return administratorsBeside("");
    }

    /** The same without this account. */
    public long administratorsBeside(String account) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM ("
                        + HOLDS_EVERYTHING.formatted("JOIN account a ON a.id = g.account")
                        + " UNION "
                        + HOLDS_EVERYTHING.formatted("JOIN account_group_member m ON m.member_group = g.member_group"
                                + " JOIN account a ON a.id = m.account")
                        + ") held WHERE id <> ?",
                account);
    }

    /** The password's hash; empty when the account has none. */
    public Optional<String> password(String account) throws SQLException {
        return sql.first("SELECT password FROM credential WHERE account = ?", row -> row.getString(1), account);
    }

    public void setPassword(String account, String hash, Instant now) throws SQLException {
        int rows = sql.update("UPDATE credential SET password = ?, changed = ? WHERE account = ?", hash, now, account);
        if (rows == 0) {
            sql.update("INSERT INTO credential (account, password, changed) VALUES (?, ?, ?)", account, hash, now);
        }
    }

    static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getString("id"),
                row.getString("username"),
                row.getString("name"),
                row.getBoolean("service"),
                row.getBoolean("enabled"),
                Sql.instant(row, "created").orElse(Instant.EPOCH));
    }
}
