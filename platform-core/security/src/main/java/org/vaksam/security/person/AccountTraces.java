package org.vaksam.security.person;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.PasswordResetTable;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;

/** Everything that an account is made of, in all tables. */
final class AccountTraces {
    /** What belongs to an account alone goes with the person. */
    private static final List<String> OWN = List.of(
            "DELETE FROM session WHERE account = ?",
            "DELETE FROM token WHERE account = ?",
            "DELETE FROM pending_sign_in WHERE account = ?",
            "DELETE FROM password_reset WHERE account = ?",
            "DELETE FROM credential WHERE account = ?",
            "DELETE FROM recovery_code WHERE account = ?",
            "DELETE FROM second_factor WHERE account = ?",
            "DELETE FROM account_email WHERE account = ?",
            "DELETE FROM external_identity WHERE account = ?",
            "DELETE FROM account_group_member WHERE account = ?",
            "DELETE FROM access_grant WHERE account = ?",
            "DELETE FROM substitute WHERE account = ?",
            "DELETE FROM substitute WHERE substitute = ?");

    private final Sql sql;

    AccountTraces(Sql sql) {
        this.sql = sql;
    }

    List<AccountRow> all() throws SQLException {
        return sql.list(
                "SELECT id, username, name, service, enabled, created FROM account ORDER BY id",
                row -> new AccountRow(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getBoolean("service"),
                        row.getBoolean("enabled"),
                        Sql.instant(row, "created").orElseThrow()));
    }

    Optional<String> email(String account) throws SQLException {
        return new PasswordResetTable(sql).email(account);
    }

    /** Changes when something of the account does that names the person. */
    String version(AccountRow account) throws SQLException {
        return Integer.toHexString(
                Objects.hash(account.username(), account.name(), account.enabled(), email(account.id())));
    }

    /** For the person to read. */
    Map<String, @Nullable Object> copy(AccountRow account) throws SQLException {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        copy.put("id", account.id());
        copy.put("username", account.username());
        copy.put("name", account.name());
        copy.put("email", email(account.id()).orElse(null));
        copy.put("enabled", account.enabled());
        copy.put("created", account.created().toString());
        copy.put("sessions", rows("SELECT address, agent, created, last_seen FROM session", account));
        copy.put("tokens", rows("SELECT name, created, expires, last_used FROM token", account));
        copy.put("grants", rows("SELECT role, unit, valid_from, valid_to FROM access_grant", account));
        copy.put("groups", rows("SELECT member_group FROM account_group_member", account));
        copy.put("substitutes", rows("SELECT substitute, valid_from, valid_to FROM substitute", account));
        copy.put("identities", rows("SELECT issuer, subject FROM external_identity", account));
        return copy;
    }

    /** The account stays as what others refer to: nobody signs in with it, and it says nothing of anybody. */
    void erase(String account) throws SQLException {
        for (String statement : OWN) {
            sql.update(statement, account);
        }
        sql.update(
                "UPDATE account SET name = ?, username = ?, enabled = FALSE WHERE id = ?",
                Person.MARK,
                "erased-" + account,
                account);
    }

    private List<Map<String, @Nullable Object>> rows(String select, AccountRow account) throws SQLException {
        return sql.list(
                select + " WHERE account = ?",
                row -> {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    var columns = row.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
                        values.put(
                                name,
                                isTime(columns.getColumnType(i))
                                        ? Sql.instant(row, name)
                                                .map(Instant::toString)
                                                .orElse(null)
                                        : row.getString(i));
                    }
                    return values;
                },
                account.id());
    }

    private static boolean isTime(int type) {
        return type == Types.TIMESTAMP;
    }
}
