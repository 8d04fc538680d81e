package org.vaksam.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vaksam.spi.data.Sql;

/** Table {@code token}; only fingerprints of tokens are stored. */
public final class TokenTable {
    private static final String COLUMNS =
            "SELECT id, account, name, permissions, created, expires, last_used FROM token ";

    private final Sql sql;

    public TokenTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<TokenRow> byHash(String hash) throws SQLException {
        return sql.first(COLUMNS + "WHERE hash = ?", TokenTable::row, hash);
    }

    public Optional<TokenRow> byId(String id) throws SQLException {
        return sql.first(COLUMNS + "WHERE id = ?", TokenTable::row, id);
    }

    public List<TokenRow> of(String account) throws SQLException {
        return sql.list(COLUMNS + "WHERE account = ? ORDER BY id", TokenTable::row, account);
    }

    public long count(String account) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM token WHERE account = ?", account);
    }

    public void insert(TokenRow token, String hash) throws SQLException {
        sql.update(
                "INSERT INTO token (id, account, name, hash, permissions, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.account(),
                token.name(),
                hash,
                String.join(" ", new TreeSet<>(token.permissions())),
                token.created(),
                token.expires());
    }

    public void used(String id, Instant now) throws SQLException {
        sql.update("UPDATE token SET last_used = ? WHERE id = ?", now, id);
    }

    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM token WHERE id = ?", id);
    }

    /** Removes what expired before this time. */
    public void deleteExpired(String account, Instant before) throws SQLException {
        sql.update("DELETE FROM token WHERE account = ? AND expires < ?", account, before);
    }

    private static TokenRow row(ResultSet row) throws SQLException {
        return new TokenRow(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                Set.of(row.getString("permissions").split(" ")),
                Sql.instant(row, "created").orElse(Instant.EPOCH),
                Sql.instant(row, "expires"),
                Sql.instant(row, "last_used"));
    }
}
