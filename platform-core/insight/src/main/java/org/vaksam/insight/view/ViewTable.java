package org.vaksam.insight.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.insight.view.SavedView.Content;
import org.vaksam.spi.data.Sql;

/** The rows of saved views. */
final class ViewTable {
    private static final String SEPARATOR = "\n";

    private ViewTable() {}

    static List<SavedView> of(Sql sql, String account) throws SQLException {
        return sql.list("SELECT * FROM saved_view WHERE account = ? ORDER BY id", ViewTable::view, account);
    }

    static Optional<SavedView> find(Sql sql, String id) throws SQLException {
        return sql.first("SELECT * FROM saved_view WHERE id = ?", ViewTable::view, id);
    }

    /** Those of others that are shared with one of these roles or units. */
    static List<SavedView> shared(Sql sql, String account, Collection<String> roles, Collection<String> units, int most)
            throws SQLException {
        var conditions = new ArrayList<String>();
        if (!roles.isEmpty()) {
            conditions.add("shared_role IN (" + Sql.places(roles.size()) + ")");
        }
        if (!units.isEmpty()) {
            conditions.add("shared_unit IN (" + Sql.places(units.size()) + ")");
        }
        if (conditions.isEmpty()) {
            return List.of();
        }
        Object[] parameters = Stream.of(Stream.of(account), roles.stream(), units.stream())
                .flatMap(all -> all)
                .toArray();
        return sql
                .list(
                        "SELECT * FROM saved_view WHERE account <> ? AND (" + String.join(" OR ", conditions)
                                + ") ORDER BY id",
                        ViewTable::view,
                        parameters)
                .stream()
                .limit(most)
                .toList();
    }

    static void insert(Sql sql, SavedView view) throws SQLException {
        Content content = view.content();
        sql.update(
                "INSERT INTO saved_view (id, account, name, type, query, shown_columns, sort_order, shape, shared_role,"
                        + " shared_unit, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                view.id(),
                view.account(),
                content.name(),
                content.type(),
                content.query(),
                String.join(SEPARATOR, content.columns()),
                content.sort(),
                content.shape(),
                content.role(),
                content.unit(),
                view.version(),
                view.createdAt(),
                view.updatedAt());
    }

    /** False when the stored one is not of the version before any more. */
    static boolean update(Sql sql, SavedView view) throws SQLException {
        Content content = view.content();
        return sql.update(
                        "UPDATE saved_view SET name = ?, query = ?, shown_columns = ?, sort_order = ?, shape = ?,"
                                + " shared_role = ?, shared_unit = ?, version = ?, updated_at = ? WHERE id = ? AND version = ?",
                        content.name(),
                        content.query(),
                        String.join(SEPARATOR, content.columns()),
                        content.sort(),
                        content.shape(),
                        content.role(),
                        content.unit(),
                        view.version(),
                        view.updatedAt(),
                        view.id(),
                        view.version() - 1)
                == 1;
    }

    static boolean delete(Sql sql, SavedView view) throws SQLException {
        return sql.update("DELETE FROM saved_view WHERE id = ? AND version = ?", view.id(), view.version()) == 1;
    }

    private static SavedView view(ResultSet row) throws SQLException {
        String columns = row.getString("shown_columns");
        var content = new Content(
                row.getString("name"),
                row.getString("type"),
                row.getString("query"),
                columns.isEmpty() ? List.of() : List.of(columns.split(SEPARATOR)),
                row.getString("sort_order"),
                row.getString("shape"),
                Optional.ofNullable(row.getString("shared_role")),
                Optional.ofNullable(row.getString("shared_unit")));
        return new SavedView(
                row.getString("id"),
                row.getString("account"),
                content,
                row.getInt("version"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "updated_at").orElseThrow());
    }
}
