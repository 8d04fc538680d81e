package org.vaksam.security.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vaksam.api.security.Scope;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecondFactorTable;
import org.vaksam.testkit.ClassPathBundle;

/** Groups whose members have what the group has, and roles that administrators make. On Derby and on PostgreSQL. */
class GroupsAndRolesTest extends GrantScene {
    @Test
    void whoComesIntoAGroupHasWhatItHas() {
        var group = groups.create(Map.of("name", "Skolan", "externalKey", "school-staff"));
        grants.create(Map.of("group", group.id(), "role", "area:reader", "unit", "SCHOOL"), ALL);
        var session = security.open("anna");
        assertThat(security.callerOf(session).permissions()).isEmpty();

        groups.change(group.id(), version -> version == 1, Map.of("members", List.of("anna")), ALL);
        assertThat(security.callerOf(session).scope("area:thing:read")).isEqualTo(Scope.below(school));
        assertStatus(409, () -> groups.create(Map.of("name", "Skolan")));
        assertStatus(422, () -> groups.create(Map.of("name", "X", "members", List.of("nobody"))));
        assertThat(groups.find(group.id()).members())
                .extracting(GrantView.Named::id)
                .containsExactly(anna);
        assertThat(new GrantsExplained(security.tables).reasons(anna, Set.of("area:thing:read")))
                .singleElement()
                .satisfies(reason -> assertThat(reason.group()).contains("Skolan"));
    }

    @Test
    void whoSignsInElsewhereIsInTheGroupsNamedThere() {
        String staff = groups.create(Map.of("name", "A", "externalKey", "staff", "members", List.of("anna")))
                .id();
        String boss = groups.create(Map.of("name", "B", "externalKey", "boss")).id();
        String local =
                groups.create(Map.of("name", "C", "members", List.of("anna"))).id();

        security.tables.write(sql -> {
            new GroupTable(sql).follow(anna, Set.of("boss", "unknown"));
            return true;
        });

        assertThat(groups.find(staff).members()).isEmpty();
        assertThat(groups.find(boss).members()).hasSize(1);
        assertThat(groups.find(local).members()).hasSize(1);
    }

    @Test
    void rolesOfOnesOwnChangeAndSayForWhom() {
        Role own = roles.create(role("area:thing:read", "area:thing:handle"), ALL);
        grant("account", "anna", own.id(), "SCHOOL");
        grant("account", "anna", "area:reader", "CITY");

        RoleEffects effects = roles.effects(own.id(), Map.of("permissions", List.of()));
        assertThat(effects.holders()).isEqualTo(1);
        assertThat(effects.items().get(0).loses()).containsExactly("area:thing:handle", "area:thing:read");
        roles.change(own.id(), version -> version == 1, Map.of("permissions", List.of("area:thing:read")), ALL);
        assertThat(security.callerOf(security.open("anna")).permissions()).containsExactly("area:thing:read");

        assertStatus(412, () -> roles.delete(own.id(), version -> version == 1, ALL));
        roles.delete(own.id(), version -> version == 2, ALL);
        assertThat(security.journal.actions())
                .endsWith("role.changed", "session.started", "grant.ended", "role.deleted");
        assertThat(grants.list(new GrantFilter().account(anna), "g", 10)).hasSize(1);
        assertStatus(409, () -> roles.change("area:reader", any -> true, Map.of("permissions", List.of()), ALL));
        assertStatus(422, () -> roles.create(role("no:such:thing"), ALL));
    }

    @Test
    void whatARoleWouldGiveIsSaidOfEverybodyWhoHasItToday() {
        Role empty = roles.create(role(), ALL);
        security.account("bo");
        grants.create(Map.of("account", "bo", "role", empty.id(), "validFrom", "2099-01-01"), ALL);
        grant("account", "anna", empty.id(), "SCHOOL");
        grant(
                "group",
                groups.create(Map.of("name", "Alla", "members", List.of("chef")))
                        .id(),
                empty.id(),
                "SCHOOL");

        RoleEffects effects = roles.effects(empty.id(), Map.of("permissions", List.of("area:thing:read")));

        assertThat(effects.holders()).isEqualTo(3);
        assertThat(effects.affected()).isEqualTo(1);
        assertThat(effects.items())
                .extracting(effect -> effect.account().name())
                .containsExactly("Namn anna");
        assertThat(effects.items().get(0).gains()).containsExactly("area:thing:read");
        grant("account", "anna", "area:reader", "CITY");
        grant("account", "anna", "area:reader", "SCHOOL");
        assertThat(roles.effects(empty.id(), Map.of("permissions", List.of("area:thing:read")))
                        .items())
                .isEmpty();
    }

    @Test
    void aGroupIsChangedAndRemovedByItsVersion() {
        String id = groups.create(Map.of("name", "Alla")).id();
        groups.change(id, version -> version == 1, Map.of("name", "Andra"), ALL);

        assertStatus(412, () -> groups.change(id, version -> version == 1, Map.of("name", "Tredje"), ALL));
        assertStatus(412, () -> groups.delete(id, version -> version == 1));
        groups.delete(id, version -> version == 2);
    }

    @Test
    void aRoleGoesWithEverythingThatNamesIt() {
        Role own = roles.create(role("area:thing:read"), ALL);
        security.tables.write(sql -> {
            new SecondFactorTable(sql).setRoles(Set.of(own.id()));
            return true;
        });
        roles.delete(own.id(), any -> true, ALL);
        assertThat(security.tables.<Set<String>>read(sql -> new SecondFactorTable(sql).roles()))
                .isEmpty();
    }

    @Test
    void aPermissionSleepsInEveryRoleWhileItsModuleIsMissing() {
        Role own = roles.create(role("area:thing:read", "area:thing:handle"), ALL);
        grant("account", "anna", own.id(), "SCHOOL");
        var session = security.open("anna");
        security.modulePermissions.remove(area("read", "handle"), false);
        assertThat(security.callerOf(session).permissions()).containsExactly("area:thing:read");
        security.modulePermissions.apply(area("read", "handle"), ClassPathBundle.of(GrantsTest.class));
        assertThat(security.callerOf(session).permissions()).hasSize(2);
    }
}
