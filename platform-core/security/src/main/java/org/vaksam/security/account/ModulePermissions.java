package org.vaksam.security.account;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.store.PermissionTable;
import org.vaksam.security.store.PermissionTable.Permission;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/**
 * Permissions and suggested roles of modules. What a module no longer brings falls asleep with everything people were given,
 * and wakes when it comes back; only a purge deletes it.
 */
@Component(service = Contribution.class)
public final class ModulePermissions implements Contribution {
    private final SecurityTables tables;
    private final Identities identities;

    @Activate
    public ModulePermissions(@Reference SecurityTables tables, @Reference Identities identities) {
        this.tables = tables;
        this.identities = identities;
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        check(module);
        return tables.write(sql -> {
            identities.changed();
            var changes = new ArrayList<Change>();
            applyPermissions(sql, module, changes);
            applyRoles(sql, module, changes);
            return changes;
        });
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        return tables.write(sql -> {
            identities.changed();
            var roles = new RoleTable(sql);
            var permissions = new PermissionTable(sql);
            var changes = new ArrayList<Change>();
            for (Permission permission : permissions.ofModule(module.id()).values()) {
                changes.add(permissionChange("removed", permission.id(), permission.title(), roles));
                if (purge) {
                    permissions.delete(permission.id());
                }
            }
            for (Role role : roles.ofModule(module.id()).values()) {
                changes.add(roleChange("removed", role, roles));
                if (purge) {
                    roles.delete(role.id());
                }
            }
            permissions.sleep(module.id());
            roles.sleep(module.id());
            return changes;
        });
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        PermissionArchive.write(module, archive);
    }

    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        return tables.write(sql -> {
            identities.changed();
            return PermissionArchive.restore(sql, module, archive);
        });
    }

    private static void applyPermissions(Sql sql, ModuleDescriptor module, List<Change> changes) throws SQLException {
        var table = new PermissionTable(sql);
        var roles = new RoleTable(sql);
        Map<String, Permission> before = table.ofModule(module.id());
        var kept = new LinkedHashSet<String>();
        for (var declared : module.permissions()) {
            var now = new Permission(declared.id(), module.id(), declared.title(), false);
            kept.add(now.id());
            Permission old = before.get(now.id());
            if (!now.equals(old)) {
                table.save(now);
                changes.add(permissionChange(
                        old == null || old.asleep() ? "added" : "changed", now.id(), now.title(), roles));
            }
        }
        for (Permission old : before.values()) {
            if (!kept.contains(old.id()) && !old.asleep()) {
                changes.add(permissionChange("removed", old.id(), old.title(), roles));
                table.save(new Permission(old.id(), old.module(), old.title(), true));
            }
        }
    }

    private static void applyRoles(Sql sql, ModuleDescriptor module, List<Change> changes) throws SQLException {
        var table = new RoleTable(sql);
        Map<String, Role> before = table.ofModule(module.id());
        var kept = new LinkedHashSet<String>();
        for (var declared : module.roles()) {
            var now = new Role(
                    declared.id(), module.id(), declared.title(), false, new TreeSet<>(declared.permissions()));
            kept.add(now.id());
            Role old = before.get(now.id());
            if (old == null || !now.says(old)) {
                table.save(now);
                changes.add(roleChange(old == null || old.asleep() ? "added" : "changed", now, table));
            }
        }
        for (Role old : before.values()) {
            if (!kept.contains(old.id()) && !old.asleep()) {
                changes.add(roleChange("removed", old, table));
                table.save(new Role(old.id(), old.module(), old.title(), true, old.permissions()));
            }
        }
    }

    private static Change permissionChange(String kind, String id, Text title, RoleTable roles) throws SQLException {
        return new Change(kind, "permission", id, withHolders(title, roles.permissionHolders(id)));
    }

    private static Change roleChange(String kind, Role role, RoleTable roles) throws SQLException {
        return new Change(kind, "role", role.id(), withHolders(role.title(), roles.holders(role.id())));
    }

    private static Text withHolders(Text title, long accounts) {
        return new Text(
                title.sv() + " · " + accounts + (accounts == 1 ? " konto" : " konton") + " har den",
                title.en() + " · held by " + accounts + (accounts == 1 ? " account" : " accounts"));
    }

    /** A module speaks for itself: its names start with its own, and its roles give only what it or a module it needs brings. */
    private static void check(ModuleDescriptor module) {
        var problems = new ArrayList<FieldProblem>();
        Set<String> owners = new LinkedHashSet<>(module.needs());
        owners.add(module.id());
        for (var permission : module.permissions()) {
            if (!permission.id().startsWith(module.id() + ":")) {
                problems.add(foreign("permissions", permission.id(), module.id()));
            }
        }
        for (var role : module.roles()) {
            if (!role.id().startsWith(module.id() + ":")) {
                problems.add(foreign("roles", role.id(), module.id()));
            }
            for (String permission : role.permissions()) {
                if (owners.stream().noneMatch(owner -> permission.startsWith(owner + ":"))) {
                    problems.add(foreign("roles." + role.id(), permission, module.id()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static FieldProblem foreign(String field, String id, String module) {
        return new FieldProblem(
                field,
                new Text(
                        id + " hör inte till modulen: id ska börja med " + module + ":.",
                        id + " does not belong to the module: ids start with " + module + ":."));
    }
}
