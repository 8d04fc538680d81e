package org.vaksam.security.organisation;

import java.sql.Date;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** Table {@code unit}. */
final class UnitTable {
    private final Sql sql;

    UnitTable(Sql sql) {
        this.sql = sql;
    }

    List<UnitRow> all() throws SQLException {
        return sql.list(
                "SELECT id, code, name_sv, name_en, type, parent, path, valid_from, valid_to, external_key FROM unit",
                row -> new UnitRow(
                        row.getString("id"),
                        row.getString("code"),
                        new Text(row.getString("name_sv"), row.getString("name_en")),
                        row.getString("type"),
                        Optional.ofNullable(row.getString("parent")),
                        row.getString("path"),
                        Optional.ofNullable(row.getDate("valid_from")).map(Date::toLocalDate),
                        Optional.ofNullable(row.getDate("valid_to")).map(Date::toLocalDate),
                        Optional.ofNullable(row.getString("external_key"))));
    }

    /** Until the transaction ends nobody else changes units: a tree is checked as a whole. */
    void lock() throws SQLException {
        sql.update("LOCK TABLE unit IN EXCLUSIVE MODE");
    }

    void insert(UnitRow unit) throws SQLException {
        sql.update(
                "INSERT INTO unit (code, name_sv, name_en, type, parent, path, valid_from, valid_to, external_key, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(unit));
    }

    void update(UnitRow unit) throws SQLException {
        sql.update(
                "UPDATE unit SET code = ?, name_sv = ?, name_en = ?, type = ?, parent = ?, path = ?,"
                        + " valid_from = ?, valid_to = ?, external_key = ? WHERE id = ?",
                values(unit));
    }

    private static Object[] values(UnitRow unit) {
        return new Object[] {
            unit.code(),
            unit.name().sv(),
            unit.name().en(),
            unit.type(),
            unit.parent(),
            unit.path(),
            unit.validFrom().map(Date::valueOf),
            unit.validTo().map(Date::valueOf),
            unit.externalKey(),
            unit.id()
        };
    }
}
