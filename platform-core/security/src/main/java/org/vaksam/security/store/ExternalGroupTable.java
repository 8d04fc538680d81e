package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vaksam.spi.data.Sql;

/** Table {@code external_group_role}: which roles a group of the identity provider stands for. */
public final class ExternalGroupTable {
    private record Pair(String group, String role) {}

    private final Sql sql;

    public ExternalGroupTable(Sql sql) {
        this.sql = sql;
    }

    /** Roles by group. */
    public Map<String, Set<String>> all() throws SQLException {
        var roles = new TreeMap<String, Set<String>>();
        for (Pair pair : sql.list(
                "SELECT external_group, role FROM external_group_role",
                row -> new Pair(row.getString(1), row.getString(2)))) {
            roles.computeIfAbsent(pair.group(), group -> new TreeSet<>()).add(pair.role());
        }
        return roles;
    }

    /** From now on the group stands for exactly these roles. */
    public void set(String group, Set<String> roles) throws SQLException {
        sql.update("DELETE FROM external_group_role WHERE external_group = ?", group);
        for (String role : roles) {
            sql.update("INSERT INTO external_group_role (external_group, role) VALUES (?, ?)", group, role);
        }
    }
}
