package org.vaksam.security.grants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
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
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.GroupTable.Group;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;

/** Makes, changes and removes groups. Whoever comes into a group is given what the group has. */
@Component(service = GroupAdministration.class)
public final class GroupAdministration {
    private static final int LONGEST = 200;
    private static final int MOST_MEMBERS = 10_000;

    /** A group with its members. */
    public record Whole(
            String id, String name, Optional<String> externalKey, int version, List<GrantView.Named> members) {}

    private record Wanted(
            Optional<String> name, boolean hasKey, Optional<String> externalKey, Optional<Set<String>> members) {}

    private final SecurityTables tables;
    private final UnitDirectory units;
    private final Identities identities;
    private final Journal journal;

    @Activate
    public GroupAdministration(
            @Reference SecurityTables tables,
            @Reference UnitDirectory units,
            @Reference Identities identities,
            @Reference Journal journal) {
        this.tables = tables;
        this.units = units;
        this.identities = identities;
        this.journal = journal;
    }

    /** All, by name. */
    public List<Group> all() {
        return tables.read(sql -> new GroupTable(sql).all());
    }

    public Whole find(String id) {
        return tables.read(sql -> whole(sql, known(sql, id)));
    }

    /** A new group. */
    public Whole create(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "name", "externalKey", "members").required("name");
        Wanted wanted = read(input);
        input.check();
        var group = new Group(Ids.next(), wanted.name().orElseThrow(), wanted.externalKey(), 1, 0);
        return once(() -> tables.write(sql -> {
            new GrantTable(sql).lock();
            Set<String> members = accounts(sql, input, wanted.members().orElse(Set.of()));
            var table = new GroupTable(sql);
            table.insert(group);
            table.setMembers(group.id(), members);
            changed("group.created", group, members);
            return whole(sql, group);
        }));
    }

    /** Changes what was sent; {@code members} are all of them. */
    public Whole change(String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "name", "externalKey", "members").notNull("name", "members");
        Wanted wanted = read(input);
        input.check();
        return once(() -> tables.write(sql -> {
            new GrantTable(sql).lock();
            Group before = known(sql, id);
            EntityTags.check(expected, before.version());
            var group = new Group(
                    id,
                    wanted.name().orElse(before.name()),
                    wanted.hasKey() ? wanted.externalKey() : before.externalKey(),
                    before.version() + 1,
                    0);
            var table = new GroupTable(sql);
            Set<String> old = table.members(id);
            Set<String> members = wanted.members().isPresent()
                    ? accounts(sql, input, wanted.members().get())
                    : old;
            boolean opened =
                    group.externalKey().isPresent() && !group.externalKey().equals(before.externalKey());
            checkGiven(sql, caller, id, opened || !old.containsAll(members), !members.containsAll(old));
            table.update(group);
            table.setMembers(id, members);
            new RoleGuard(sql, caller).checkAdministratorRemains();
            changed("group.changed", group, members);
            return whole(sql, group);
        }));
    }

    /** Removes a group that has no grants. */
    public void delete(String id, IntPredicate expected) {
        tables.write(sql -> {
            var grants = new GrantTable(sql);
            grants.lock();
            Group group = known(sql, id);
            EntityTags.check(expected, group.version());
            int held = grants.ofGroup(id).size();
            if (held > 0) {
                throw Problem.conflict(new Text(
                                "Gruppen har " + held + " tilldelningar.", "The group has " + held + " grants."))
                        .withNext(new Text("Avsluta dem först.", "End them first."));
            }
            new GroupTable(sql).delete(id);
            changed("group.deleted", group, Set.of());
            return group;
        });
    }

    private void checkGiven(Sql sql, Caller caller, String group, boolean more, boolean fewer) throws SQLException {
        var guard = new RoleGuard(sql, caller);
        for (GrantRow grant : new GrantTable(sql).ofGroup(group)) {
            Role role = new RoleTable(sql).find(grant.role()).orElseThrow();
            if (more) {
                guard.checkMayGive(
                        role,
                        grant.unit().flatMap(units::find).map(Units.Unit::path).orElse(""));
            }
            if (fewer) {
                guard.checkMayTake(role.permissions());
            }
        }
    }

    private static Wanted read(Input input) {
        return new Wanted(
                input.optionalLine("name", LONGEST),
                input.has("externalKey"),
                input.optionalLine("externalKey", LONGEST),
                input.words("members", MOST_MEMBERS, LONGEST));
    }

    private static Set<String> accounts(Sql sql, Input input, Set<String> wanted) throws SQLException {
        var table = new AccountTable(sql);
        var ids = new TreeSet<String>();
        for (String idOrUsername : wanted) {
            Optional<AccountRow> found = table.byId(idOrUsername);
            if (found.isEmpty()) {
                found = table.byUsername(idOrUsername);
            }
            found.ifPresentOrElse(
                    account -> ids.add(account.id()),
                    () -> input.wrong(
                            "members",
                            new Text(
                                    "Kontot " + idOrUsername + " finns inte.",
                                    "There is no account " + idOrUsername + ".")));
        }
        input.check();
        return ids;
    }

    private static Group known(Sql sql, String id) throws SQLException {
        return new GroupTable(sql)
                .find(id)
                .orElseThrow(() -> Problem.notFound(new Text("Gruppen finns inte.", "There is no such group.")));
    }

    private static Whole whole(Sql sql, Group group) throws SQLException {
        var accounts = new AccountTable(sql);
        var members = new ArrayList<GrantView.Named>();
        for (String id : new GroupTable(sql).members(group.id())) {
            members.add(new GrantView.Named(
                    id, accounts.byId(id).map(AccountRow::name).orElse(id)));
        }
        return new Whole(group.id(), group.name(), group.externalKey(), group.version(), members);
    }

    private static Whole once(Supplier<Whole> write) {
        try {
            return write.get();
        } catch (DatabaseException e) {
            throw e.isDuplicate()
                    ? Problem.conflict(new Text(
                                    "Det finns redan en grupp med det namnet eller den nyckeln.",
                                    "There is a group with this name or key already."))
                            .causedBy(e)
                    : e;
        }
    }

    private void changed(String action, Group group, Set<String> members) {
        identities.changed();
        var data = new LinkedHashMap<String, Object>();
        data.put("name", group.name());
        group.externalKey().ifPresent(key -> data.put("externalKey", key));
        data.put("members", List.copyOf(members));
        journal.append(new Journal.Entry(action, "group", group.id(), data));
    }
}
