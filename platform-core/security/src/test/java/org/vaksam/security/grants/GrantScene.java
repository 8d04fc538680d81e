package org.vaksam.security.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.organisation.Office;
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.testkit.ClassPathBundle;

/** A city with a school, an area with two roles, an administrator and Anna; on Derby unless a test says otherwise. */
abstract class GrantScene extends SecurityScene {
    static final Caller ALL = SecurityFixture.everybody();

    GrantAdministration grants;
    GroupAdministration groups;
    RoleAdministration roles;
    UnitDirectory units;
    String city;
    String school;
    String anna;

    @BeforeEach
    void fill() {
        var office = new Office(security);
        units = office.directory;
        grants = new GrantAdministration(security.tables, units, security.identities, security.journal, security.clock);
        groups = new GroupAdministration(security.tables, units, security.identities, security.journal);
        roles = new RoleAdministration(security.tables, security.identities, security.journal, security.clock);
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
        security.modulePermissions.apply(area("read", "handle"), ClassPathBundle.of(GrantScene.class));
        security.account("chef", "administrator");
        anna = security.account("anna").id();
    }

    boolean may(String token) {
        return security.callerOf(token).maySomewhere("area:thing:handle");
    }

    Caller everything() {
        return new Caller(Caller.Kind.SESSION, Optional.of(anna), "Anna", Set.of("area:thing:handle"), Locale.ENGLISH);
    }

    static Caller manager(Map<String, Scope> scopes) {
        var all = new HashMap<>(scopes);
        all.put("platform:accounts:manage", Scope.EVERYWHERE);
        return new Caller(Caller.Kind.SESSION, Optional.empty(), "M", all, Locale.ENGLISH);
    }

    GrantView grant(String kind, String holder, String role, String unit) {
        return grants.create(Map.of(kind, holder, "role", role, "unit", unit), ALL);
    }

    String path(String code) {
        return units.find(code).orElseThrow().path();
    }

    static Map<String, @Nullable Object> role(String... permissions) {
        return Map.of("title", Map.of("sv", "Egen", "en", "Own"), "permissions", List.of(permissions));
    }

    static ModuleDescriptor area(String... verbs) {
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

    static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
