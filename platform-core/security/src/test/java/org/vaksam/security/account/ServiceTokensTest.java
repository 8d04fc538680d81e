package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;

class ServiceTokensTest extends SecurityScene {
    private static final Caller MANAGER = new Caller(
            Caller.Kind.SESSION,
            Optional.empty(),
            "Test",
            Set.of("platform:accounts:manage", "platform:modules:read"),
            Locale.ENGLISH);

    private AccountView service;

    @BeforeEach
    void open() {
        security.account("anna", "administrator");
        service = service("feed");
    }

    @Test
    void aServiceHasTokensAndNoPassword() {
        assertThat(service.service()).isTrue();
        assertProblem("wrong-credentials", () -> security.open("feed"));
        assertProblem(
                "invalid",
                () -> security.accounts.create(
                        Map.of("username", "x1", "name", "X", "service", true, "password", SecurityFixture.PASSWORD),
                        SecurityFixture.everybody()));

        String token = create(service, SecurityFixture.everybody(), "*").token().orElseThrow();

        assertThat(security.callerOf(token).account()).contains(service.id());
        assertThat(security.tokens.of(service.id())).singleElement().satisfies(view -> {
            assertThat(view.lastUsedAt()).isPresent();
            assertThat(view.token()).isEmpty();
        });
    }

    @Test
    void neverMoreThanWhoMadeItNorOfWhoMayDoEverything() {
        assertProblem("invalid", () -> create(service, MANAGER, "platform:modules:manage"));
        assertThat(create(service, MANAGER, "*").permissions())
                .containsExactly("platform:accounts:manage", "platform:modules:read");
        var mighty = service("mighty", "administrator");
        assertProblem("forbidden", () -> create(mighty, MANAGER, "platform:modules:read"));
    }

    @Test
    void nobodyMakesTheTokensOfAPerson() {
        var bo = security.account("bo");

        assertProblem("conflict", () -> create(bo, SecurityFixture.everybody(), "*"));
        assertThat(security.tokens.of(bo.id())).isEmpty();
    }

    private AccountView service(String username, String... roles) {
        return security.accounts.create(
                Map.of("username", username, "name", "Flöde", "service", true, "roles", List.of(roles)),
                SecurityFixture.everybody());
    }

    private TokenView create(AccountView account, Caller caller, String permission) {
        return security.tokens.createFor(
                account.id(), Map.of("name", "t", "permissions", List.of(permission)), caller, Optional.empty());
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
