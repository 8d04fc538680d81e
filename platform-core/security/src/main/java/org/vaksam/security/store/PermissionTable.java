package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** Table {@code permission}: what can be permitted at all. */
public final class PermissionTable {
    /** A permission and the module that brings it; {@code asleep} while that is not installed. */
    public record Permission(String id, String module, Text title, boolean asleep) {}

    private final Sql sql;

    public PermissionTable(Sql sql) {
        this.sql = sql;
    }

    public Map<String, Permission> ofModule(String module) throws SQLException {
        return select("WHERE module = ? ORDER BY id", module);
    }

    /** All, by id. */
    public Map<String, Permission> all() throws SQLException {
        return select("ORDER BY id");
    }

    private Map<String, Permission> select(String where, Object... parameters) throws SQLException {
        var byId = new LinkedHashMap<String, Permission>();
        sql.list(
                        "SELECT id, module, title_sv, title_en, asleep FROM permission " + where,
                        row -> new Permission(
                                row.getString("id"),
                                row.getString("module"),
                                new Text(row.getString("title_sv"), row.getString("title_en")),
                                row.getBoolean("asleep")),
                        parameters)
                .forEach(permission -> byId.put(permission.id(), permission));
        return byId;
    }

    public void save(Permission permission) throws SQLException {
        int rows = sql.update(
                "UPDATE permission SET module = ?, title_sv = ?, title_en = ?, asleep = ? WHERE id = ?",
                permission.module(),
                permission.title().sv(),
                permission.title().en(),
                permission.asleep(),
                permission.id());
        if (rows == 0) {
            sql.update(
                    "INSERT INTO permission (id, module, title_sv, title_en, asleep) VALUES (?, ?, ?, ?, ?)",
                    permission.id(),
                    permission.module(),
                    permission.title().sv(),
                    permission.title().en(),
                    permission.asleep());
        }
    }

    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM permission WHERE id = ?", id);
    }

    public void sleep(String module) throws SQLException {
        sql.update("UPDATE permission SET asleep = TRUE WHERE module = ?", module);
    }
}
