package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.access.Identity;
import org.vaksam.security.account.Substitutes.Substitute;

class SubstitutesTest extends SecurityScene {
    private Substitutes substitutes;
    private Identity anna;
    private Identity bo;

    @BeforeEach
    void open() {
        substitutes = new Substitutes(security.tables, security.directory, security.journal, security.clock);
        security.account("anna", "administrator");
        security.account("bo");
        anna = security.identities.bySession(security.open("anna").cookie()).orElseThrow();
        bo = security.identities.bySession(security.open("bo").cookie()).orElseThrow();
    }

    @Test
    void bothSeeItUntilTheLastDayIsOver() {
        add("bo", "2026-11-20", "2026-11-23");

        assertThat(substitutes.about(anna))
                .isEqualTo(substitutes.about(bo))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.absent().name()).isEqualTo("Namn anna");
                    assertThat(one.substitute().name()).isEqualTo("Namn bo");
                });
        security.clock.advance(Duration.ofDays(1));
        assertThat(substitutes.about(bo)).hasSize(1);
        security.clock.advance(Duration.ofDays(1));
        assertThat(substitutes.about(bo)).isEmpty();
    }

    @Test
    void itGivesNobodyPermissions() {
        add("bo", "2026-11-20", "2026-11-23");

        assertThat(security.callerOf(security.open("bo")).permissions()).isEmpty();
    }

    @Test
    void onlyWhoIsAbsentCallsItOffAndAllOfItIsInTheJournal() {
        Substitute one = add("bo", "2026-11-22", "2026-11-30");
        assertProblem("not-found", () -> substitutes.remove(bo, one.id()));

        substitutes.remove(anna, one.id());

        assertThat(substitutes.about(anna)).isEmpty();
        assertThat(security.journal.actions()).contains("substitute.added", "substitute.removed");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertProblem("invalid", () -> add("anna", "2026-11-22", "2026-11-30"));
        assertProblem("invalid", () -> add("nobody", "2026-11-22", "2026-11-30"));
        assertProblem("invalid", () -> add("bo", "2026-11-30", "2026-11-29"));
        assertProblem("invalid", () -> add("bo", "2026-11-01", "2026-11-02"));
        assertProblem("invalid", () -> add("bo", "2026-11-22", "2027-12-01"));
        assertProblem("invalid", () -> substitutes.add(anna, Map.of("substitute", "bo")));
    }

    @Test
    void thereIsAnEndToIt() {
        for (int i = 0; i < 20; i++) {
            add("bo", "2026-11-22", "2026-11-30");
        }
        assertProblem("conflict", () -> add("bo", "2026-11-22", "2026-11-30"));
    }

    private Substitute add(String substitute, String from, String to) {
        return substitutes.add(anna, Map.of("substitute", substitute, "from", from, "to", to));
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
