package org.vaksam.security.account;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.Contribution.Sink;
import org.vaksam.spi.kernel.Contribution.Source;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Permissions and roles of a module, and who holds them, on their way into an archive and back. */
final class PermissionArchive {
    private PermissionArchive() {}

    static void write(ModuleDescriptor module, Sink archive) {
        String id = module.id();
        archive.rows("security/permission", "SELECT * FROM permission WHERE module = ? ORDER BY id", id);
        archive.rows("security/role", "SELECT * FROM role WHERE module = ? ORDER BY id", id);
        archive.rows(
                "security/role_permission",
                "SELECT rp.role, rp.permission FROM role_permission rp JOIN role r ON r.id = rp.role"
                        + " WHERE r.module = ? ORDER BY rp.role, rp.permission",
                id);
        archive.rows(
                "security/holder",
                "SELECT g.role, a.id, a.username, gr.id AS group_id, gr.name AS group_name, u.id AS unit_id,"
                        + " u.code AS unit_code, CAST(g.valid_from AS CHAR(10)) AS valid_from,"
                        + " CAST(g.valid_to AS CHAR(10)) AS valid_to FROM access_grant g JOIN role r ON r.id = g.role"
                        + " LEFT JOIN account a ON a.id = g.account LEFT JOIN account_group gr ON gr.id = g.member_group"
                        + " LEFT JOIN unit u ON u.id = g.unit WHERE r.module = ? ORDER BY g.role, g.id",
                id);
    }

    static List<Change> restore(Sql sql, ModuleDescriptor module, Source archive) throws SQLException {
        Set<String> owners = new LinkedHashSet<>(module.needs());
        owners.add(module.id());
        archive.insert("security/permission", "permission", row -> own(Set.of(module.id()), row, "id", "module"));
        archive.insert("security/role", "role", row -> own(Set.of(module.id()), row, "id", "module"));
        archive.insert("security/role_permission", "role_permission", row -> {
            own(Set.of(module.id()), row, "role");
            return own(owners, row, "permission");
        });
        return holders(sql, module, archive.values("security/holder"));
    }

    /** Who or where is not here is granted nothing, and the plan says so. */
    private static List<Change> holders(Sql sql, ModuleDescriptor module, List<Map<String, @Nullable Object>> holders)
            throws SQLException {
        var archived = new ArchivedGrants(sql);
        var left = new ArrayList<Change>();
        for (Map<String, @Nullable Object> holder : holders) {
            String role = text(own(Set.of(module.id()), holder, "role"), "role");
            archived.restore(role, holder)
                    .ifPresent(
                            missing -> left.add(new Change("removed", "grant", role + " " + missing, nobody(missing))));
        }
        return left;
    }

    /** The row, whose columns must name the module or something of it. */
    private static Map<String, @Nullable Object> own(
            Set<String> owners, Map<String, @Nullable Object> row, String... columns) {
        for (String column : columns) {
            String name = text(row, column);
            if (owners.stream().noneMatch(owner -> name.equals(owner) || name.startsWith(owner + ":"))) {
                throw Problem.conflict(new Text(
                        "Arkivet innehåller " + name + ", som inte hör till modulen.",
                        "The archive holds " + name + ", which does not belong to the module."));
            }
        }
        return row;
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static Text nobody(String missing) {
        return new Text(
                missing + " finns inte här och får inte rollen.", missing + " is not here and does not get the role.");
    }
}
