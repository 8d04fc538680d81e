package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.Permission;
import org.vaksam.spi.kernel.ModuleDescriptor.Role;
import org.vaksam.testkit.ClassPathBundle;

class ModulePermissionsTest extends SecurityScene {
    private static final Bundle BUNDLE = ClassPathBundle.of(ModulePermissionsTest.class);

    @BeforeEach
    void open() {
        security.account("chef", "administrator");
    }

    @Test
    void theSecondTimeNothingChanges() {
        assertThat(security.modulePermissions.apply(module("read", "create"), BUNDLE))
                .extracting(Change::kind, Change::what, Change::id)
                .hasSize(3)
                .allSatisfy(change -> assertThat(change.toList()).first().isEqualTo("added"));
        assertThat(security.modulePermissions.apply(module("read", "create"), BUNDLE))
                .isEmpty();
    }

    @Test
    void saysHowManyLoseAPermissionThatGoes() {
        security.modulePermissions.apply(module("read", "create"), BUNDLE);
        security.account("anna", "area:handler");

        assertThat(security.modulePermissions.apply(module("read"), BUNDLE))
                .extracting(change -> change.kind() + " " + change.id() + " "
                        + change.detail().en())
                .containsExactlyInAnyOrder(
                        "removed area:thing:create Title create · held by 1 account",
                        "changed area:handler Handler · held by 1 account");
    }

    @Test
    void grantsSleepWithTheirModuleAndWakeWithIt() {
        security.modulePermissions.apply(module("read", "create"), BUNDLE);
        security.account("anna", "area:handler");
        var anna = security.open("anna");
        assertThat(security.callerOf(anna).permissions())
                .containsExactlyInAnyOrder("area:thing:read", "area:thing:create");

        security.modulePermissions.remove(module("read", "create"), false);
        assertThat(security.callerOf(anna).permissions()).containsExactly("area:thing:read");

        security.modulePermissions.apply(module("read", "create"), BUNDLE);
        assertThat(security.callerOf(anna).permissions())
                .containsExactlyInAnyOrder("area:thing:read", "area:thing:create");
    }

    @Test
    void aPurgeLeavesNothing() {
        security.modulePermissions.apply(module("read"), BUNDLE);
        var anna = security.account("anna", "area:handler");

        security.modulePermissions.remove(module("read"), true);

        assertThat(security.callerOf(security.open("anna")).permissions()).isEmpty();
        assertThat(security.accounts.list("", "", 200))
                .filteredOn(account -> account.id().equals(anna.id()))
                .singleElement()
                .satisfies(account -> assertThat(account.roles()).isEmpty());
    }

    @Test
    void aRollbackOfTheTransactionLeavesEverythingAsItWas() {
        var anna = security.account("anna");
        assertThatThrownBy(() -> security.tables.write(sql -> {
                    security.modulePermissions.apply(module("read"), BUNDLE);
                    throw new IllegalStateException("later step failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> security.accounts.change(
                        anna.id(), Map.of("roles", List.of("area:handler")), SecurityFixture.everybody()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aModuleSpeaksForItselfOnly() {
        var greedy = new Role("area:boss", Text.same("Boss"), List.of("platform:accounts:manage", "*"));

        assertThatThrownBy(() -> security.modulePermissions.apply(descriptor(List.of(), List.of(greedy)), BUNDLE))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.fields()).hasSize(2));
        var foreign = new Permission("platform:modules:manage", Text.same("x"));
        assertThatThrownBy(() -> security.modulePermissions.apply(descriptor(List.of(foreign), List.of()), BUNDLE))
                .isInstanceOf(Problem.class);
    }

    private static ModuleDescriptor module(String... verbs) {
        var permissions = Stream.of(verbs)
                .map(verb -> new Permission("area:thing:" + verb, new Text("Titel " + verb, "Title " + verb)))
                .toList();
        var handler = new Role(
                "area:handler",
                new Text("Handläggare", "Handler"),
                permissions.stream().map(Permission::id).toList());
        return descriptor(permissions, List.of(handler));
    }

    private static ModuleDescriptor descriptor(List<Permission> permissions, List<Role> roles) {
        return new ModuleDescriptor(
                "area",
                "1.0.0",
                Text.same("Area"),
                "[1.0,2)",
                List.of(),
                List.of(),
                permissions,
                roles,
                Map.of(),
                List.of());
    }
}
