package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.security.FakeRequest;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.account.SessionOpener.Opened;

class SessionsTest extends SecurityScene {
    @BeforeEach
    void open() {
        security.account("anna", "administrator");
    }

    @Test
    void theCookieSaysWhoIsAsking() {
        Caller caller = security.callerOf(security.open(" ANNA "));

        assertThat(caller.kind()).isEqualTo(Caller.Kind.SESSION);
        assertThat(caller.name()).isEqualTo("Namn anna");
        assertThat(caller.may("incidents:report:read")).isTrue();
        assertThat(security.journal.last().entry().action()).isEqualTo("session.started");
        assertThat(security.journal.last().actor()).isEqualTo(caller.account());
    }

    @Test
    void wrongPasswordUnknownNameAndDisabledAccountLookTheSame() {
        var bo = security.account("bo");
        security.accounts.change(bo.id(), Map.of("enabled", false), SecurityFixture.everybody());

        for (String username : List.of("anna", "nobody")) {
            assertProblem(
                    "wrong-credentials",
                    401,
                    () -> security.signIn.open(username, "fel lösenord här", SecurityFixture.visitor("192.0.2.7")));
        }
        assertProblem("wrong-credentials", 401, () -> security.open("bo"));
        assertThat(security.journal.last().entry().data()).containsEntry("username", "bo");
    }

    @Test
    void anUnknownNameIsNotWrittenDown() {
        assertProblem(
                "wrong-credentials",
                401,
                () -> security.signIn.open(
                        "my-secret-typed-in-the-wrong-field", "x", SecurityFixture.visitor("192.0.2.7")));

        assertThat(security.journal.last().entry().toString()).doesNotContain("my-secret");
    }

    @Test
    void fiveFailuresPauseTheAccount() {
        for (int i = 0; i < 5; i++) {
            String address = "192.0.2." + i;
            assertProblem(
                    "wrong-credentials",
                    401,
                    () -> security.signIn.open("anna", "fel", SecurityFixture.visitor(address)));
        }
        assertProblem("too-many-requests", 429, () -> security.open("anna"));
        security.clock.advance(Duration.ofSeconds(6));
        assertThat(security.callerOf(security.open("anna")).isKnown()).isTrue();
    }

    @Test
    void changesNeedTheCsrfToken() {
        var session = security.open("anna");
        var post = FakeRequest.of("POST", "/api/x").cookie(session.cookie());

        assertProblem("csrf", 403, () -> security.authenticator.authenticate(post.build()));
        post.header("X-CSRF-Token", session.csrf() + "x");
        assertProblem("csrf", 403, () -> security.authenticator.authenticate(post.build()));
        post.header("X-CSRF-Token", session.csrf());
        assertThat(security.authenticator.authenticate(post.build()).isKnown()).isTrue();
    }

    @Test
    void signingInAgainNeedsNoCsrfTokenAndEndsTheOldSession() {
        var old = security.open("anna");
        var again = FakeRequest.of("POST", "/api/session").cookie(old.cookie());
        assertThat(security.authenticator.authenticate(again.build()).isKnown()).isFalse();

        var fresh = (Opened) security.signIn.open(
                "anna", SecurityFixture.PASSWORD, new Visitor("192.0.2.7", "", Optional.of(old.cookie())));

        assertThat(fresh.cookie()).isNotEqualTo(old.cookie());
        assertThat(security.callerOf(old).isKnown()).isFalse();
        assertThat(security.callerOf(fresh).isKnown()).isTrue();
    }

    @Test
    void endsAfterAnHourWithoutUseAndAfterTwelveHoursInAnyCase() {
        var idle = security.open("anna");
        security.clock.advance(Duration.ofMinutes(61));
        assertThat(security.callerOf(idle).isKnown()).isFalse();

        var busy = security.open("anna");
        for (int i = 0; i < 14; i++) {
            security.clock.advance(Duration.ofMinutes(50));
            security.identities.changed();
            assertThat(security.callerOf(busy).isKnown()).isTrue();
        }
        security.clock.advance(Duration.ofMinutes(21));
        assertThat(security.callerOf(busy).isKnown()).isFalse();
    }

    @Test
    void whatChangesIsSeenAtOnce() {
        var bo = security.account("bo");
        var session = security.open("bo");
        assertThat(security.callerOf(session).may("platform:modules:read")).isFalse();

        security.accounts.change(bo.id(), Map.of("roles", List.of("administrator")), SecurityFixture.everybody());
        assertThat(security.callerOf(session).may("platform:modules:read")).isTrue();

        security.accounts.change(bo.id(), Map.of("enabled", false), SecurityFixture.everybody());
        assertThat(security.callerOf(session).isKnown()).isFalse();
    }

    @Test
    void signingOutEndsIt() {
        var session = security.open("anna");
        Caller caller = security.callerOf(session);

        security.sessions.end(session.cookie(), caller);

        assertThat(security.callerOf(session).isKnown()).isFalse();
        assertThat(security.journal.last().entry().action()).isEqualTo("session.ended");
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        var here = security.open("anna");
        var elsewhere = security.open("anna");
        var person = security.identities.bySession(here.cookie()).orElseThrow();

        assertProblem(
                "invalid",
                422,
                () -> security.passwordChange.change(
                        person, here.cookie(), "fel", "Elefanten sjunger falskt", "192.0.2.7"));
        assertProblem(
                "invalid",
                422,
                () -> security.passwordChange.change(
                        person, here.cookie(), SecurityFixture.PASSWORD, "password1234", "192.0.2.7"));
        security.passwordChange.change(
                person, here.cookie(), SecurityFixture.PASSWORD, "Elefanten sjunger falskt", "192.0.2.7");

        assertThat(security.callerOf(here).isKnown()).isTrue();
        assertThat(security.callerOf(elsewhere).isKnown()).isFalse();
        assertProblem("wrong-credentials", 401, () -> security.open("anna"));
    }

    private static void assertProblem(String type, int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(problem.status()).isEqualTo(status);
        });
    }
}
