package org.vaksam.security.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;

/** Tables {@code second_factor}, {@code recovery_code} and {@code second_factor_role}. */
public final class SecondFactorTable {
    /** Stands for every role, also none. */
    public static final String EVERYBODY = "*";

    /**
     * A row of {@code second_factor}.
     *
     * @param secret    encrypted
     * @param confirmed whether its owner has shown that the app works; counts for nothing before
     * @param lastStep  the last step of time whose code was used
     */
    public record Row(String secret, boolean confirmed, long lastStep) {}

    private final Sql sql;

    public SecondFactorTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<Row> find(String account) throws SQLException {
        return sql.first(
                "SELECT secret, confirmed, last_step FROM second_factor WHERE account = ?",
                row -> new Row(
                        row.getString("secret"), Sql.instant(row, "confirmed").isPresent(), row.getLong("last_step")),
                account);
    }

    /** A factor that is not confirmed yet, instead of whatever there was. */
    public void begin(String account, String secret) throws SQLException {
        delete(account);
        sql.update("INSERT INTO second_factor (account, secret, last_step) VALUES (?, ?, 0)", account, secret);
    }

    /** Uses up this step of time and all before it; false when somebody was faster. */
    public boolean use(String account, long step) throws SQLException {
        return sql.update(
                        "UPDATE second_factor SET last_step = ? WHERE account = ? AND last_step < ?",
                        step,
                        account,
                        step)
                == 1;
    }

    public void confirm(String account, Instant now) throws SQLException {
        sql.update("UPDATE second_factor SET confirmed = ? WHERE account = ?", now, account);
    }

    /** The factor with its recovery codes. */
    public void delete(String account) throws SQLException {
        sql.update("DELETE FROM recovery_code WHERE account = ?", account);
        sql.update("DELETE FROM second_factor WHERE account = ?", account);
    }

    /** From now on exactly these recovery codes are good. */
    public void setCodes(String account, Collection<String> hashes) throws SQLException {
        sql.update("DELETE FROM recovery_code WHERE account = ?", account);
        List<@Nullable Object[]> rows = hashes.stream()
                .map(hash -> new @Nullable Object[] {account, hash})
                .toList();
        sql.batch("INSERT INTO recovery_code (account, hash) VALUES (?, ?)", rows);
    }

    /** Uses up a recovery code; false when there is none such. */
    public boolean useCode(String account, String hash) throws SQLException {
        return sql.update("DELETE FROM recovery_code WHERE account = ? AND hash = ?", account, hash) == 1;
    }

    public long codes(String account) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM recovery_code WHERE account = ?", account);
    }

    /** Roles whose holders must have a second factor; perhaps {@link #EVERYBODY}. */
    public Set<String> roles() throws SQLException {
        return new TreeSet<>(sql.list("SELECT role FROM second_factor_role", row -> row.getString(1)));
    }

    public void setRoles(Collection<String> roles) throws SQLException {
        sql.update("DELETE FROM second_factor_role");
        for (String role : roles) {
            sql.update("INSERT INTO second_factor_role (role) VALUES (?)", role);
        }
    }
}
