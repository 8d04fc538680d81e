package org.vaksam.security.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.vaksam.spi.data.Sql;

/** Table {@code substitute}: who stands in for whom, both days included. */
public final class SubstituteTable {
    /** A row, with the ids of the accounts. */
    public record Row(String id, String account, String substitute, LocalDate from, LocalDate to) {}

    private final Sql sql;

    public SubstituteTable(Sql sql) {
        this.sql = sql;
    }

    /** Those of an account and those it is, that are not over yet. */
    public List<Row> about(String account, LocalDate today) throws SQLException {
        return sql.list(
                "SELECT id, account, substitute, valid_from, valid_to FROM substitute"
                        + " WHERE (account = ? OR substitute = ?) AND valid_to >= ? ORDER BY valid_from, id",
                SubstituteTable::row,
                account,
                account,
                Date.valueOf(today));
    }

    public void insert(Row row) throws SQLException {
        sql.update(
                "INSERT INTO substitute (id, account, substitute, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
                row.id(),
                row.account(),
                row.substitute(),
                Date.valueOf(row.from()),
                Date.valueOf(row.to()));
    }

    /** False when the account has none such. */
    public boolean delete(String id, String account) throws SQLException {
        return sql.update("DELETE FROM substitute WHERE id = ? AND account = ?", id, account) == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("account"),
                row.getString("substitute"),
                row.getDate("valid_from").toLocalDate(),
                row.getDate("valid_to").toLocalDate());
    }
}
