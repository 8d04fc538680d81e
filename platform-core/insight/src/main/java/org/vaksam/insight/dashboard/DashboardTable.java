package org.vaksam.insight.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.insight.dashboard.Dashboard.Content;
import org.vaksam.spi.data.Sql;

/** The rows of dashboards, and which of them people begin with. */
final class DashboardTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private DashboardTable() {}

    /** Those of the account and all that are shared, the oldest first. */
    static List<Dashboard> around(Sql sql, String account) throws SQLException {
        return sql.list(
                "SELECT * FROM dashboard WHERE account = ? OR audience <> ? ORDER BY id",
                DashboardTable::dashboard,
                account,
                Audience.OWN.word());
    }

    /** Everybody's, after this id. */
    static List<Dashboard> page(Sql sql, String after, int limit) throws SQLException {
        return sql.list(
                "SELECT * FROM dashboard WHERE id > ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                DashboardTable::dashboard,
                after);
    }

    static Optional<Dashboard> find(Sql sql, String id) throws SQLException {
        return sql.first("SELECT * FROM dashboard WHERE id = ?", DashboardTable::dashboard, id);
    }

    static void insert(Sql sql, Dashboard dashboard) throws SQLException {
        Content content = dashboard.content();
        sql.update(
                "INSERT INTO dashboard (id, account, name, audience, role, widgets, version, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                dashboard.id(),
                dashboard.account(),
                content.name(),
                content.audience().word(),
                content.role(),
                written(content.widgets()),
                dashboard.version(),
                dashboard.createdAt(),
                dashboard.updatedAt());
    }

    /** False when the stored one is not of the version before any more. */
    static boolean update(Sql sql, Dashboard dashboard) throws SQLException {
        Content content = dashboard.content();
        return sql.update(
                        "UPDATE dashboard SET name = ?, audience = ?, role = ?, widgets = ?, version = ?,"
                                + " updated_at = ? WHERE id = ? AND version = ?",
                        content.name(),
                        content.audience().word(),
                        content.role(),
                        written(content.widgets()),
                        dashboard.version(),
                        dashboard.updatedAt(),
                        dashboard.id(),
                        dashboard.version() - 1)
                == 1;
    }

    /** Nobody begins with it then. False when the stored one is not of this version any more. */
    static boolean delete(Sql sql, Dashboard dashboard) throws SQLException {
        boolean gone =
                sql.update("DELETE FROM dashboard WHERE id = ? AND version = ?", dashboard.id(), dashboard.version())
                        == 1;
        if (gone) {
            sql.update("DELETE FROM dashboard_home WHERE dashboard_id = ?", dashboard.id());
        }
        return gone;
    }

    static Optional<String> home(Sql sql, String account) throws SQLException {
        return sql.first("SELECT dashboard_id FROM dashboard_home WHERE account = ?", row -> row.getString(1), account);
    }

    static int clearHome(Sql sql, String account) throws SQLException {
        return sql.update("DELETE FROM dashboard_home WHERE account = ?", account);
    }

    static void setHome(Sql sql, String account, String dashboard) throws SQLException {
        if (sql.update("UPDATE dashboard_home SET dashboard_id = ? WHERE account = ?", dashboard, account) == 0) {
            sql.update("INSERT INTO dashboard_home (account, dashboard_id) VALUES (?, ?)", account, dashboard);
        }
    }

    private static Dashboard dashboard(ResultSet row) throws SQLException {
        var content = new Content(
                row.getString("name"),
                Audience.of(row.getString("audience")),
                Optional.ofNullable(row.getString("role")),
                read(row.getString("widgets")));
        return new Dashboard(
                row.getString("id"),
                row.getString("account"),
                content,
                row.getInt("version"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "updated_at").orElseThrow());
    }

    private static String written(List<Widget> widgets) {
        try {
            return JSON.writeValueAsString(widgets.stream().map(Widget::members).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Widgets cannot be written as JSON", e);
        }
    }

    private static List<Widget> read(String json) {
        try {
            return JSON.readValue(json, OBJECTS).stream().map(Widget::of).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored widgets cannot be read", e);
        }
    }
}
