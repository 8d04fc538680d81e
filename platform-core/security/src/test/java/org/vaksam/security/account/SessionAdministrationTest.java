package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.account.SessionAdministration.OpenSession;
import org.vaksam.security.account.SessionOpener.Opened;

class SessionAdministrationTest extends SecurityScene {
    private Opened here;
    private Opened elsewhere;
    private Caller anna;

    @BeforeEach
    void open() {
        security.account("anna", "administrator");
        elsewhere = security.open("anna");
        security.clock.advance(Duration.ofSeconds(2));
        here = security.open("anna");
        anna = security.callerOf(here);
    }

    @Test
    void saysWhereSomebodyIsSignedInAndWithWhat() {
        var sessions = list();

        assertThat(sessions).extracting(OpenSession::current).containsExactly(true, false);
        assertThat(sessions.get(1).address()).isEqualTo("192.0.2.7");
        assertThat(sessions.get(1).agent()).isEqualTo("Firefox");
        assertThat(sessions.get(1).method()).isEqualTo("password");
        assertThat(sessions.get(1).toString()).doesNotContain(elsewhere.cookie());
    }

    @Test
    void whatIsIdleIsNotShown() {
        security.clock.advance(Identities.IDLE);

        assertThat(list()).isEmpty();
    }

    @Test
    void oneOrAllOthersAreEndedAtOnce() {
        assertThat(security.callerOf(elsewhere).isKnown()).isTrue();
        security.sessionAdministration.end(account(), Secrets.fingerprint(elsewhere.cookie()), anna);
        assertThat(security.callerOf(elsewhere).isKnown()).isFalse();

        var third = security.open("anna");
        assertThat(security.callerOf(third).isKnown()).isTrue();
        security.sessionAdministration.endOthers(account(), Secrets.fingerprint(here.cookie()), anna);
        assertThat(security.callerOf(third).isKnown()).isFalse();
        assertThat(security.callerOf(here).isKnown()).isTrue();
        assertThat(security.journal.last().entry().data()).containsEntry("sessions", 1);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElseByItsId() {
        var bo = security.account("bo");
        Caller caller = security.callerOf(security.open("bo"));

        assertProblem(
                "not-found",
                () -> security.sessionAdministration.end(bo.id(), Secrets.fingerprint(here.cookie()), caller));
        assertThat(security.callerOf(here).isKnown()).isTrue();
    }

    @Test
    void whoManagesAccountsEndsThoseOfOthersButNotOfWhoMayDoEverything() {
        var manager = new Caller(
                Caller.Kind.SESSION,
                Optional.of("somebody"),
                "Test",
                Set.of("platform:accounts:manage"),
                Locale.ENGLISH);
        assertProblem("forbidden", () -> security.sessionAdministration.endOthers(account(), "", manager));

        var bo = security.account("bo");
        var session = security.open("bo");
        security.sessionAdministration.endOthers(bo.id(), "", manager);
        assertThat(security.callerOf(session).isKnown()).isFalse();
    }

    private List<OpenSession> list() {
        return security.sessionAdministration.of(account(), Secrets.fingerprint(here.cookie()));
    }

    private String account() {
        return anna.account().orElseThrow();
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
