package org.vaksam.security.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.organisation.Office;
import org.vaksam.spi.security.AccessPreview.Difference;
import org.vaksam.spi.security.AccessPreview.Move;
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** On Derby; {@link GrantsOnPostgresqlTest} repeats it. */
@TestInstance(Lifecycle.PER_CLASS)
class GrantsTest {
    private static final Caller ALL = SecurityFixture.everybody();

    private TestDatabase database;
    private SecurityFixture security;
    private GrantAdministration grants;
    private GroupAdministration groups;
    private RoleAdministration roles;
    private UnitDirectory units;
    private String city;
    private String school;
    private String anna;

    @BeforeAll
    void openDatabase(@TempDir Path folder) {
        database = database(folder);
    }

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void fill(@TempDir Path folder) throws IOException {
        security = new SecurityFixture(database, folder);
        var office = new Office(security);
        units = office.directory;
        grants = new GrantAdministration(security.tables, units, security.identities, security.journal, security.clock);
        groups = new GroupAdministration(security.tables, units, security.identities, security.journal);
        roles = new RoleAdministration(security.tables, security.identities, security.journal);
        city = office.create(Map.of("code", "CITY", "name", Map.of("sv", "Stad", "en", "City"), "type", "unit"))
                .id();
        school = office.create(Map.of(
                        "code",
                        "SCHOOL",
                        "name",
                        Map.of("sv", "Skola", "en", "School"),
                        "type",
                        "unit",
                        "parent",
                        city))
                .id();
        security.modulePermissions.apply(area("read", "handle"), ClassPathBundle.of(GrantsTest.class));
        security.account("chef", "administrator");
        anna = security.account("anna").id();
    }

    @Test
    void aGrantHoldsInItsUnitOnly() {
        GrantView made = grant("account", "anna", "area:handler", "SCHOOL");
        assertThat(security.journal.last().entry().data()).containsEntry("unit", school);

        Caller caller = security.callerOf(security.open("anna"));
        assertThat(caller.scope("area:thing:read")).isEqualTo(Scope.below(school));
        assertThat(caller.may("area:thing:read")).isFalse();
        assertThat(made.unit().orElseThrow().code()).isEqualTo("SCHOOL");
        assertThat(grants.list(new GrantFilter().account(anna), "g", 10)).containsExactly(made);
        assertThat(grants.list(new GrantFilter().unit(path("SCHOOL")), "g", 10)).hasSize(2);
        assertThat(grants.list(new GrantFilter().unit(path("CITY")), "g", 10)).hasSize(1);
    }

    @Test
    void aMovedUnitIsReachedByOthers() {
        grant("account", "anna", "area:handler", "CITY");
        security.account("berit");
        grant("account", "berit", "area:handler", "SCHOOL");
        var reach = new UnitReach(security.tables, security.clock);
        var out = new Move(school, Optional.of(path("SCHOOL")), Optional.of(school + "/"));

        assertThat(reach.of(List.of(out))).isEqualTo(new Difference(0, 1));
        assertThat(reach.of(List.of(new Move(school, out.after(), out.before())))).isEqualTo(new Difference(1, 0));
        assertThat(reach.of(List.of(new Move(school, out.before(), Optional.empty())))).isEqualTo(new Difference(0, 2));
    }

    @Test
    void itEndsAtTheNextRequestOfARunningSession() {
        GrantView made = grant("account", "anna", "area:handler", "SCHOOL");
        var session = security.open("anna");
        assertThat(security.callerOf(session).maySomewhere("area:thing:read")).isTrue();

        assertStatus(412, () -> grants.end(made.id(), version -> false, ALL));
        grants.end(made.id(), version -> version == made.version(), ALL);

        assertThat(security.callerOf(session).maySomewhere("area:thing:read")).isFalse();
        assertThat(security.journal.last().entry().action()).isEqualTo("grant.ended");
        assertStatus(404, () -> grants.end(made.id(), any -> true, ALL));
    }

    @Test
    void itBeginsAndEndsWithItsDays() {
        grants.create(
                Map.of("account", anna, "role", "area:handler", "validFrom", "2026-11-23", "validTo", "2026-11-23"),
                ALL);
        security.accounts.change(anna, Map.of("roles", List.of("area:reader")), ALL);
        Caller session = security.callerOf(security.open("anna"));
        String token = security.tokens
                .create(Map.of("name", "t", "permissions", List.of("area:thing:read")), session, Optional.empty())
                .token()
                .orElseThrow();
        var own = security.tokens.create(
                Map.of("name", "t", "permissions", List.of("*")), everything(), Optional.empty());
        assertThat(security.callerOf(token).permissions()).containsExactly("area:thing:read");
        assertThat(may(own.token().orElseThrow())).isFalse();
        security.clock.advance(Duration.ofHours(8));
        assertThat(may(own.token().orElseThrow())).isTrue();
        security.clock.advance(Duration.ofHours(24));
        assertThat(may(own.token().orElseThrow())).isFalse();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        Caller manager = manager(Map.of("area:thing:read", Scope.below(school)));
        assertStatus(403, () -> grants.create(Map.of("account", "anna", "role", "area:reader"), manager));
        assertStatus(
                403, () -> grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "CITY"), manager));
        assertStatus(
                403, () -> grants.create(Map.of("account", "anna", "role", "area:handler", "unit", school), manager));
        assertStatus(403, () -> roles.create(role("area:thing:read"), manager));
        assertThat(grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "SCHOOL"), manager)
                        .state())
                .isEqualTo("current");
        var readers = groups.create(Map.of("name", "Readers"));
        grants.create(Map.of("group", readers.id(), "role", "area:handler", "unit", "SCHOOL"), ALL);
        assertStatus(403, () -> groups.change(readers.id(), any -> true, Map.of("members", List.of("anna")), manager));
    }

    @Test
    void anAdministratorEverywhereRemains() {
        GrantView chef =
                grants.list(new GrantFilter().role("administrator"), "g", 10).get(0);
        assertStatus(409, () -> grants.end(chef.id(), any -> true, ALL));
        assertStatus(409, () -> grants.change(chef.id(), any -> true, Map.of("validTo", "2030-01-01"), ALL));
        grant("account", "anna", "administrator", "CITY");
        assertStatus(409, () -> grants.end(chef.id(), any -> true, ALL));

        var group = groups.create(Map.of("name", "IT", "members", List.of("anna")));
        grants.create(Map.of("group", group.id(), "role", "administrator"), ALL);
        grants.end(chef.id(), any -> true, ALL);
        assertStatus(409, () -> groups.change(group.id(), any -> true, Map.of("members", List.of()), ALL));
        assertStatus(409, () -> groups.delete(group.id(), any -> true));
    }

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
    void aPermissionSleepsInEveryRoleWhileItsModuleIsMissing() {
        Role own = roles.create(role("area:thing:read", "area:thing:handle"), ALL);
        grant("account", "anna", own.id(), "SCHOOL");
        var session = security.open("anna");
        security.modulePermissions.remove(area("read", "handle"), false);
        assertThat(security.callerOf(session).permissions()).containsExactly("area:thing:read");
        security.modulePermissions.apply(area("read", "handle"), ClassPathBundle.of(GrantsTest.class));
        assertThat(security.callerOf(session).permissions()).hasSize(2);
    }

    @Test
    void everyFieldIsChecked() {
        assertStatus(422, () -> grants.create(Map.of("role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "group", "x", "role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "nobody", "role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "role", "nothing"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "X"), ALL));
        assertStatus(
                422,
                () -> grants.create(Map.of("account", "anna", "role", "area:reader", "validTo", "2020-01-01"), ALL));
        grant("account", "anna", "area:reader", "SCHOOL");
        assertStatus(409, () -> grant("account", "anna", "area:reader", "SCHOOL"));
    }

    @Test
    void whatAccountsHadBeforeIsGrantedEverywhere() {
        security.accounts.change(anna, Map.of("roles", List.of("area:reader", "area:handler")), ALL);
        run("002-grants.down.sql");
        assertThat(security.tables.<Long>read(sql -> sql.number("SELECT COUNT(*) FROM account_role")))
                .isEqualTo(3);
        run("002-grants.up.sql");

        assertThat(grants.list(new GrantFilter().account(anna), "g", 10))
                .allSatisfy(grant -> assertThat(grant.unit()).isEmpty())
                .extracting(grant -> grant.role().id())
                .containsExactlyInAnyOrder("area:reader", "area:handler");
    }

    private void run(String script) {
        try (InputStream file =
                Objects.requireNonNull(SecurityTables.class.getResourceAsStream("/META-INF/vaksam/db/" + script))) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            security.tables.write(sql -> {
                for (String statement : all.split(";\\s*\\n")) {
                    if (!statement.isBlank()) {
                        sql.update(statement.strip());
                    }
                }
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean may(String token) {
        return security.callerOf(token).maySomewhere("area:thing:handle");
    }

    private Caller everything() {
        return new Caller(Caller.Kind.SESSION, Optional.of(anna), "Anna", Set.of("area:thing:handle"), Locale.ENGLISH);
    }

    private static Caller manager(Map<String, Scope> scopes) {
        var all = new HashMap<>(scopes);
        all.put("platform:accounts:manage", Scope.EVERYWHERE);
        return new Caller(Caller.Kind.SESSION, Optional.empty(), "M", all, Locale.ENGLISH);
    }

    private GrantView grant(String kind, String holder, String role, String unit) {
        return grants.create(Map.of(kind, holder, "role", role, "unit", unit), ALL);
    }

    private String path(String code) {
        return units.find(code).orElseThrow().path();
    }

    private static Map<String, @Nullable Object> role(String... permissions) {
        return Map.of("title", Map.of("sv", "Egen", "en", "Own"), "permissions", List.of(permissions));
    }

    private static ModuleDescriptor area(String... verbs) {
        var permissions = List.of(verbs).stream()
                .map(verb -> new ModuleDescriptor.Permission("area:thing:" + verb, Text.same(verb)))
                .toList();
        return new ModuleDescriptor(
                "area",
                "1.0.0",
                Text.same("Area"),
                "[1.0,2)",
                List.of(),
                List.of(),
                permissions,
                List.of(
                        new ModuleDescriptor.Role("area:reader", Text.same("Reader"), List.of("area:thing:read")),
                        new ModuleDescriptor.Role(
                                "area:handler", Text.same("Handler"), List.of("area:thing:read", "area:thing:handle"))),
                Map.of(),
                List.of());
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
