package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.vaksam.security.access.Identity;
import org.vaksam.security.account.SecondStep.Finished;
import org.vaksam.security.account.SecondStep.Pending;
import org.vaksam.security.factor.AuthenticatorApp;
import org.vaksam.security.store.SecondFactorTable;

class SecondFactorTest extends SecurityScene {
    private static final String HERE = "192.0.2.7";

    private AccountView account;
    private Identity anna;

    @BeforeEach
    void open() {
        account = security.account("anna", "administrator");
        anna = security.identities.bySession(security.open("anna").cookie()).orElseThrow();
    }

    @Test
    void theCodeFollowsThePassword() {
        AuthenticatorApp app = enrol();
        Pending pending = password();
        assertThat(pending.enrol()).isFalse();

        Finished finished = code(pending, app.code());

        assertThat(security.callerOf(finished.session()).isKnown()).isTrue();
        assertThat(finished.recoveryCodes()).isEmpty();
        assertThat(security.journal.last().entry().data()).containsEntry("method", "password and code");
    }

    @Test
    void aCodeIsGoodOnceAndSoIsASignIn() {
        AuthenticatorApp app = enrol();
        Pending pending = password();
        String code = app.code();
        code(pending, code);

        assertProblem("sign-in-expired", () -> code(pending, app.code()));
        assertProblem("wrong-code", () -> code(password(), code));
        assertThat(security.journal.last().entry().data()).containsEntry("reason", "second factor");
    }

    @Test
    void aSignInWaitsFiveMinutesForItsCode() {
        AuthenticatorApp app = enrol();
        Pending pending = password();
        security.clock.advance(Duration.ofMinutes(5));

        assertProblem("sign-in-expired", () -> code(pending, app.code()));
        assertProblem("sign-in-expired", () -> code(new Pending("made up", false, pending.expiresAt()), app.code()));
    }

    @Test
    void wrongCodesArePausedAndTheRightPasswordDoesNotForgiveThem() {
        AuthenticatorApp app = enrol();
        String next = app.code();
        for (int i = 0; i < 5; i++) {
            Pending pending = password();
            assertProblem("wrong-code", () -> code(pending, app.wrong()));
        }

        assertProblem("too-many-requests", () -> code(password(), next));
        security.clock.advance(Duration.ofSeconds(6));
        assertThat(code(password(), next).session()).isNotNull();
    }

    @Test
    void aDisabledAccountOrANewPasswordEndsWhatIsPending() {
        AuthenticatorApp app = enrol();
        security.account("other", "administrator");
        Pending pending = password();
        security.accounts.change(account.id(), Map.of("enabled", false), SecurityFixture.everybody());
        assertProblem("sign-in-expired", () -> code(pending, app.code()));

        security.accounts.change(account.id(), Map.of("enabled", true), SecurityFixture.everybody());
        assertProblem("sign-in-expired", () -> code(pending, app.code()));
    }

    @Test
    void ofTwoWhoUseACodeAtOnceOneIsLate() {
        enrol();
        security.tables.write(sql -> {
            var table = new SecondFactorTable(sql);
            assertThat(table.use(account.id(), Long.MAX_VALUE - 1)).isTrue();
            assertThat(table.use(account.id(), Long.MAX_VALUE - 1)).isFalse();
            return true;
        });
    }

    @Test
    void eachRecoveryCodeIsGoodOnce() {
        var enrolment = security.ownFactor.begin(anna, SecurityFixture.PASSWORD, HERE);
        var app = new AuthenticatorApp(enrolment.secret(), security.clock);
        List<String> codes = security.ownFactor.confirm(anna, app.code(), HERE);

        assertThat(code(password(), codes.get(3).toUpperCase(Locale.ROOT)).session())
                .isNotNull();
        assertProblem("wrong-code", () -> code(password(), codes.get(3)));
        assertThat(security.ownFactor.state(anna).recoveryCodes()).isEqualTo(9);
    }

    @Test
    void nothingIsSwitchedOnBeforeACodeOfTheAppWasSeen() {
        var enrolment = security.ownFactor.begin(anna, SecurityFixture.PASSWORD, HERE);
        var app = new AuthenticatorApp(enrolment.secret(), security.clock);
        assertProblem("invalid", () -> security.ownFactor.confirm(anna, app.wrong(), HERE));

        assertThat(security.ownFactor.state(anna).on()).isFalse();
        assertThat(security.open("anna")).isNotNull();
    }

    @Test
    void aSessionAloneChangesNothing() {
        assertProblem("invalid", () -> security.ownFactor.begin(anna, "fel lösenord", HERE));
        AuthenticatorApp app = enrol();

        assertProblem("invalid", () -> security.ownFactor.disable(anna, "fel lösenord", app.code(), HERE));
        assertProblem("invalid", () -> security.ownFactor.disable(anna, SecurityFixture.PASSWORD, app.wrong(), HERE));
        assertProblem("conflict", () -> security.ownFactor.begin(anna, SecurityFixture.PASSWORD, HERE));
        security.ownFactor.disable(anna, SecurityFixture.PASSWORD, app.code(), HERE);
        assertThat(security.open("anna")).isNotNull();
    }

    @Test
    void whoMustHaveOneSetsItUpOnTheWayIn() {
        security.factorAdministration.decide(Map.of("roles", List.of("administrator")));
        security.account("bo");
        assertThat(security.open("bo")).isNotNull();
        Pending pending = password();
        assertThat(pending.enrol()).isTrue();

        var enrolment = security.secondStep.enrol(pending.pending());
        var app = new AuthenticatorApp(enrolment.secret(), security.clock);
        assertProblem("wrong-code", () -> code(pending, app.wrong()));
        assertThat(code(pending, app.code()).recoveryCodes()).hasSize(10);

        assertProblem("conflict", () -> security.secondStep.enrol(password().pending()));
        assertProblem("conflict", () -> security.ownFactor.disable(anna, SecurityFixture.PASSWORD, app.code(), HERE));
    }

    @Test
    void everybodyMeansEverybody() {
        security.account("bo");
        security.factorAdministration.decide(Map.of("everybody", true));

        assertThat(security.factorAdministration.rule().everybody()).isTrue();
        assertThat(security.signIn.open("bo", SecurityFixture.PASSWORD, SecurityFixture.visitor(HERE)))
                .isInstanceOf(Pending.class);
        assertProblem("invalid", () -> security.factorAdministration.decide(Map.of("roles", List.of("nobody"))));
    }

    @Test
    void anAdministratorResetsIt() {
        enrol();
        var manager = new Caller(
                Caller.Kind.SESSION, Optional.empty(), "Test", Set.of("platform:accounts:manage"), Locale.ENGLISH);
        assertProblem("forbidden", () -> security.factorAdministration.reset(account.id(), manager));

        security.factorAdministration.reset(account.id(), SecurityFixture.everybody());

        assertThat(security.open("anna")).isNotNull();
        assertThat(security.journal.actions()).contains("second-factor.reset");
    }

    @Test
    void theDatabaseAloneTellsNoSecret() {
        AuthenticatorApp app = enrol();

        String stored = security.tables.read(sql ->
                new SecondFactorTable(sql).find(account.id()).orElseThrow().secret());

        assertThat(stored).doesNotContain(app.secret());
    }

    private AuthenticatorApp enrol() {
        var enrolment = security.ownFactor.begin(anna, SecurityFixture.PASSWORD, HERE);
        var app = new AuthenticatorApp(enrolment.secret(), security.clock);
        security.ownFactor.confirm(anna, app.code(), HERE);
        return app;
    }

    private Pending password() {
        return (Pending) security.signIn.open("anna", SecurityFixture.PASSWORD, SecurityFixture.visitor(HERE));
    }

    private Finished code(Pending pending, String code) {
        return security.secondStep.finish(pending.pending(), code, SecurityFixture.visitor(HERE));
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
