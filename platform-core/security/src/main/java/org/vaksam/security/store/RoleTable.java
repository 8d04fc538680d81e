package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** Tables {@code role} and {@code role_permission}, and who has which role everywhere and for good. */
public final class RoleTable {
    /** A role, with its permissions in order; {@code asleep} while its module is not installed. */
    public record Role(String id, String module, Text title, boolean asleep, Set<String> permissions, int version) {
        /** A role as its module brings it. */
        public Role(String id, String module, Text title, boolean asleep, Set<String> permissions) {
            this(id, module, title, asleep, permissions, 1);
        }

        /** Whether both let people do the same under the same name, whatever their versions. */
        public boolean says(Role other) {
            return equals(new Role(other.id, other.module, other.title, other.asleep, other.permissions, version));
        }
    }

    private record Pair(String left, String right) {}

    private static final String FOR_GOOD = " AND unit IS NULL AND valid_from IS NULL AND valid_to IS NULL";
    private static final String COLUMNS = "SELECT id, module, title_sv, title_en, asleep, version FROM role ";

    private final Sql sql;

    public RoleTable(Sql sql) {
        this.sql = sql;
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
                        permissions.getOrDefault(row.getString("id"), Set.of()),
                        row.getInt("version")),
                parameters);
    }

    /** Writes the role and exactly its permissions. */
    public void save(Role role) throws SQLException {
        int rows = sql.update(
                "UPDATE role SET module = ?, title_sv = ?, title_en = ?, asleep = ?, version = version + 1 WHERE id = ?",
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

    /** With everything that names it. */
    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM access_grant WHERE role = ?", id);
        sql.update("DELETE FROM second_factor_role WHERE role = ?", id);
        sql.update("DELETE FROM role_permission WHERE role = ?", id);
        sql.update("DELETE FROM role WHERE id = ?", id);
    }

    public void sleep(String module) throws SQLException {
        sql.update("UPDATE role SET asleep = TRUE WHERE module = ?", module);
    }

    /** How many people, groups and places hold the role. */
    public long holders(String role) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM (SELECT DISTINCT account, member_group FROM access_grant WHERE role = ?) h",
                role);
    }

    /** How many people and groups hold the permission through a role. */
    public long permissionHolders(String permission) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM (SELECT DISTINCT g.account, g.member_group FROM access_grant g"
                        + " JOIN role_permission rp ON rp.role = g.role WHERE rp.permission = ?) h",
                permission);
    }

    public Set<String> rolesOf(String account) throws SQLException {
        return new TreeSet<>(sql.list(
                "SELECT role FROM access_grant WHERE account = ?" + FOR_GOOD, row -> row.getString(1), account));
    }

    /** Roles of these accounts, by account id; those without any are left out. */
    public Map<String, Set<String>> rolesOf(Collection<String> accounts) throws SQLException {
        var roles = new TreeMap<String, Set<String>>();
        if (accounts.isEmpty()) {
            return roles;
        }
        for (Pair pair : sql.list(
                "SELECT account, role FROM access_grant WHERE account IN (" + Sql.places(accounts.size()) + ")"
                        + FOR_GOOD,
                row -> new Pair(row.getString(1), row.getString(2)),
                accounts.toArray())) {
            roles.computeIfAbsent(pair.left(), account -> new TreeSet<>()).add(pair.right());
        }
        return roles;
    }

    /** From now on the account has exactly these roles everywhere and for good; what it has in units, on dates or through groups stays. */
    public void grant(String account, Collection<String> roles) throws SQLException {
        sql.update("DELETE FROM access_grant WHERE account = ?" + FOR_GOOD, account);
        var grants = new GrantTable(sql);
        for (String role : new TreeSet<>(roles)) {
            grants.insert(GrantRow.forGood(Ids.next(), account, role));
        }
    }

    private void insertPairs(String statement, String left, Set<String> rights) throws SQLException {
        var rows = new ArrayList<Object[]>();
        rights.forEach(right -> rows.add(new Object[] {left, right}));
        for (Object[] row : rows) {
            sql.update(statement, row);
        }
    }
}
