package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.account.RoleGuard;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.PermissionTable;
import org.vaksam.security.store.PermissionTable.Permission;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Roles;
import org.vaksam.spi.web.EntityTags;

/** The organisation's own roles; those of the platform and of modules are suggestions to copy. */
@Component(service = {RoleAdministration.class, Roles.class})
public final class RoleAdministration implements Roles {
    /** Owner of these roles, in the place of a module. */
    private static final String OWN = "";

    private static final int LONGEST = 200;
    private static final int MOST = 1_000;

    private final SecurityTables tables;
    private final Identities identities;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public RoleAdministration(
            @Reference SecurityTables tables,
            @Reference Identities identities,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.identities = identities;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Role> all() {
        return tables.read(sql -> new RoleTable(sql).all());
    }

    @Override
    public Map<String, Text> titles() {
        var titles = new LinkedHashMap<String, Text>();
        all().forEach(role -> titles.put(role.id(), role.title()));
        return titles;
    }

    /** Everything that can be permitted. */
    public Collection<Permission> permissions() {
        return tables.read(sql -> new PermissionTable(sql).all()).values();
    }

    /** A new role, of what the caller has themselves. */
    public Role create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "title", "permissions").required("title", "permissions");
        Optional<Text> title = input.label("title", LONGEST);
        Optional<Set<String>> permissions = input.words("permissions", MOST, LONGEST);
        input.check();
        return tables.write(sql -> {
            Set<String> wanted = known(sql, input, permissions.orElseThrow(), Set.of());
            new RoleGuard(sql, caller).checkMayGive(wanted, "");
            var role = new Role("own:" + Ids.next(), OWN, title.orElseThrow(), false, wanted);
            new RoleTable(sql).save(role);
            changed("role.created", role);
            return role;
        });
    }

    /** Changes what was sent. */
    public Role change(String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "title", "permissions").notNull("title", "permissions");
        Optional<Text> title = input.label("title", LONGEST);
        Optional<Set<String>> permissions = input.words("permissions", MOST, LONGEST);
        input.check();
        return tables.write(sql -> {
            Role before = own(sql, id, expected);
            Set<String> wanted = permissions.isPresent()
                    ? known(sql, input, permissions.get(), before.permissions())
                    : before.permissions();
            var guard = new RoleGuard(sql, caller);
            guard.checkMayGive(without(wanted, before.permissions()), "");
            guard.checkMayTake(without(before.permissions(), wanted));
            var role = new Role(id, OWN, title.orElse(before.title()), false, wanted, before.version() + 1);
            new RoleTable(sql).save(role);
            guard.checkAdministratorRemains();
            changed("role.changed", role);
            return role;
        });
    }

    /** Removes the role and every grant of it. */
    public void delete(String id, IntPredicate expected, Caller caller) {
        tables.write(sql -> {
            Role role = own(sql, id, expected);
            var guard = new RoleGuard(sql, caller);
            guard.checkMayTake(role.permissions());
            var ended = new ArrayList<Journal.Entry>();
            new GrantTable(sql)
                    .ofRole(id)
                    .forEach(grant ->
                            ended.add(new Journal.Entry("grant.ended", "grant", grant.id(), Map.of("role", id))));
            new RoleTable(sql).delete(id);
            guard.checkAdministratorRemains();
            if (!ended.isEmpty()) {
                journal.appendAll(ended);
            }
            changed("role.deleted", role);
            return role;
        });
    }

    /** Who would lose or gain what with these permissions; none stand for a deletion. */
    public RoleEffects effects(String id, @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "permissions").required("permissions");
        Optional<Set<String>> permissions = input.words("permissions", MOST, LONGEST);
        input.check();
        return tables.read(sql -> {
            Role role = new RoleTable(sql).find(id).orElseThrow(RoleAdministration::unknown);
            return RoleEffects.of(sql, role.id(), permissions.orElseThrow(), GrantTable.day(clock.instant()));
        });
    }

    private static Role own(Sql sql, String id, IntPredicate expected) throws SQLException {
        new GrantTable(sql).lock();
        Role role = new RoleTable(sql).find(id).orElseThrow(RoleAdministration::unknown);
        if (!role.module().equals(OWN)) {
            throw Problem.conflict(new Text(
                            "Rollen kommer med plattformen eller en modul och ändras bara med den.",
                            "The role comes with the platform or a module and changes only with it."))
                    .withNext(new Text("Gör en egen kopia av den.", "Make a copy of your own."));
        }
        EntityTags.check(expected, role.version());
        return role;
    }

    private static Set<String> known(Sql sql, Input input, Set<String> wanted, Set<String> before) throws SQLException {
        Map<String, Permission> all = new PermissionTable(sql).all();
        for (String permission : wanted) {
            boolean exists = all.containsKey(permission)
                    || before.contains(permission)
                    || permission.equals(PlatformRoles.EVERYTHING);
            if (!exists) {
                input.wrong(
                        "permissions",
                        new Text(
                                "Behörigheten " + permission + " finns inte.",
                                "There is no permission " + permission + "."));
            }
        }
        input.check();
        return new TreeSet<>(wanted);
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Problem unknown() {
        return Problem.notFound(new Text("Rollen finns inte.", "There is no such role."));
    }

    private void changed(String action, Role role) {
        identities.changed();
        journal.append(new Journal.Entry(
                action,
                "role",
                role.id(),
                Map.of("title", role.title().asMap(), "permissions", List.copyOf(role.permissions()))));
    }
}
