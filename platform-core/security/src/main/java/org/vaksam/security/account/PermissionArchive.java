package org.vaksam.security.account;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
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
                "SELECT ar.role, a.id, a.username FROM account_role ar JOIN role r ON r.id = ar.role"
                        + " JOIN account a ON a.id = ar.account WHERE r.module = ? ORDER BY ar.role, a.username",
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

    /** People are known by id, otherwise by user name; who is not here holds nothing, and the plan says so. */
    private static List<Change> holders(Sql sql, ModuleDescriptor module, List<Map<String, @Nullable Object>> holders)
            throws SQLException {
        var accounts = new AccountTable(sql);
        var granted = new HashSet<List<String>>();
        var left = new ArrayList<Change>();
        for (Map<String, @Nullable Object> holder : holders) {
            String role = text(own(Set.of(module.id()), holder, "role"), "role");
            String username = text(holder, "username");
            Optional<AccountRow> account = accounts.byId(text(holder, "id"));
            if (account.isEmpty()) {
                account = accounts.byUsername(username);
            }
            if (account.isEmpty()) {
                left.add(new Change("removed", "grant", role + " " + username, nobody(username)));
            } else if (granted.add(List.of(account.get().id(), role))) {
                sql.update(
                        "INSERT INTO account_role (account, role) VALUES (?, ?)",
                        account.get().id(),
                        role);
            }
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

    private static Text nobody(String username) {
        return new Text(
                username + " har inget konto här och får inte rollen.",
                username + " has no account here and does not get the role.");
    }
}
