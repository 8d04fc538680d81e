package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** Tables {@code role}, {@code role_permission} and {@code account_role}. */
public final class RoleTable {
    /** A role, with its permissions in order; {@code asleep} while its module is not installed. */
    public record Role(String id, String module, Text title, boolean asleep, Set<String> permissions) {}

    private record Pair(String left, String right) {}

    private static final String COLUMNS = "SELECT id, module, title_sv, title_en, asleep FROM role ";

    private final Sql sql;

    public RoleTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * What an account may do. A sleeping role still lets people read: the records of a missing module stay readable for those
     * who could read them before.
     */
    public Set<String> permissionsOf(String account) throws SQLException {
        return Set.copyOf(sql.list(
                "SELECT DISTINCT rp.permission FROM account_role ar JOIN role r ON r.id = ar.role"
                        + " JOIN role_permission rp ON rp.role = r.id"
                        + " WHERE ar.account = ? AND (r.asleep = FALSE OR rp.permission LIKE '%:read')",
                row -> row.getString(1), account));
    }

    public List<Role> all() throws SQLException {
        return roles("ORDER BY id");
    }

    public Map<String, Role> ofModule(String module) throws SQLException {
        var byId = new LinkedHashMap<String, Role>();
        roles("WHERE module = ? ORDER BY id", module).forEach(role -> byId.put(role.id(), role));
        return byId;
    }

    public Optional<Role> find(String id) throws SQLException {
        return roles("WHERE id = ?", id).stream().findFirst();
    }

    private List<Role> roles(String where, Object... parameters) throws SQLException {
        var permissions = new TreeMap<String, Set<String>>();
        for (Pair pair : sql.list(
                "SELECT role, permission FROM role_permission", row -> new Pair(row.getString(1), row.getString(2)))) {
            permissions.computeIfAbsent(pair.left(), role -> new TreeSet<>()).add(pair.right());
        }
        return sql.list(
                COLUMNS + where,
                row -> new Role(
                        row.getString("id"),
                        row.getString("module"),
                        new Text(row.getString("title_sv"), row.getString("title_en")),
                        row.getBoolean("asleep"),
                        permissions.getOrDefault(row.getString("id"), Set.of())),
                parameters);
    }

    /** Writes the role and exactly its permissions. */
    public void save(Role role) throws SQLException {
        int rows = sql.update(
                "UPDATE role SET module = ?, title_sv = ?, title_en = ?, asleep = ? WHERE id = ?",
                role.module(),
                role.title().sv(),
                role.title().en(),
                role.asleep(),
                role.id());
        if (rows == 0) {
            sql.update(
                    "INSERT INTO role (id, module, title_sv, title_en, asleep) VALUES (?, ?, ?, ?, ?)",
                    role.id(),
                    role.module(),
                    role.title().sv(),
                    role.title().en(),
                    role.asleep());
        }
        sql.update("DELETE FROM role_permission WHERE role = ?", role.id());
        insertPairs("INSERT INTO role_permission (role, permission) VALUES (?, ?)", role.id(), role.permissions());
    }

    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM account_role WHERE role = ?", id);
        sql.update("DELETE FROM role_permission WHERE role = ?", id);
        sql.update("DELETE FROM role WHERE id = ?", id);
    }

    public void sleep(String module) throws SQLException {
        sql.update("UPDATE role SET asleep = TRUE WHERE module = ?", module);
    }

    /** How many accounts hold the role. */
    public long holders(String role) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM account_role WHERE role = ?", role);
    }

    /** How many accounts hold the permission through a role. */
    public long permissionHolders(String permission) throws SQLException {
        return sql.number(
                "SELECT COUNT(DISTINCT ar.account) FROM account_role ar JOIN role_permission rp ON rp.role = ar.role"
                        + " WHERE rp.permission = ?",
                permission);
    }

    public Set<String> rolesOf(String account) throws SQLException {
        return new TreeSet<>(
                sql.list("SELECT role FROM account_role WHERE account = ?", row -> row.getString(1), account));
    }

    /** Roles of every account that has any, by account id. */
    public Map<String, Set<String>> rolesByAccount() throws SQLException {
        var roles = new TreeMap<String, Set<String>>();
        for (Pair pair : sql.list(
                "SELECT account, role FROM account_role", row -> new Pair(row.getString(1), row.getString(2)))) {
            roles.computeIfAbsent(pair.left(), account -> new TreeSet<>()).add(pair.right());
        }
        return roles;
    }

    /** From now on the account has exactly these roles. */
    public void grant(String account, Collection<String> roles) throws SQLException {
        sql.update("DELETE FROM account_role WHERE account = ?", account);
        insertPairs("INSERT INTO account_role (account, role) VALUES (?, ?)", account, new HashSet<>(roles));
    }

    private void insertPairs(String statement, String left, Set<String> rights) throws SQLException {
        var rows = new ArrayList<Object[]>();
        rights.forEach(right -> rows.add(new Object[] {left, right}));
        for (Object[] row : rows) {
            sql.update(statement, row);
        }
    }
}
