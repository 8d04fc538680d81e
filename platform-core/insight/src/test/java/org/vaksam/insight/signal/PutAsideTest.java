package org.vaksam.insight.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Scope;
import org.vaksam.insight.signal.rest.SignalView;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeUnits;

/** Signals put aside with a reason. */
final class PutAsideTest extends SignalScene {
    @Test
    void aDismissalHidesItForAWhileAndIsTold() {
        String key = list().items().get(0).key();
        SignalView aside = resource.dismiss(key, Address.of(), body("Torgmarknad", "2025-11-30"));
        assertThat(aside.dismissal()).hasValueSatisfying(each -> {
            assertThat(each.reason()).isEqualTo("Torgmarknad");
            assertThat(each.name()).contains("Anna Berg");
            assertThat(each.until()).isEqualTo("2025-11-30");
        });
        assertThat(list().items()).isEmpty();
        assertThat(resource.list(Address.of("dismissed=true")).items())
                .extracting(SignalView::key)
                .contains(key);
        assertThat(world.journal.after(0, 10_000))
                .extracting(entry -> entry.action())
                .contains("signal.dismissed");

        resource.recall(key, Address.of());
        assertThat(list().items()).extracting(SignalView::key).contains(key);
        assertThat(world.journal.after(0, 10_000))
                .extracting(entry -> entry.action())
                .contains("signal.recalled");
    }

    @Test
    void itComesBackWhenItsTimeIsOverAndWhenItGrowsClearlyWorse() {
        String key = list().items().get(0).key();
        resource.dismiss(key, Address.of(), body("Känt", "2025-11-20"));
        assertThat(list().items()).isEmpty();
        clock.set("2025-11-20T23:30:00Z");
        assertThat(list().items()).as("tomorrow in Sweden").isNotEmpty();

        clock.set("2025-11-20T12:00:00Z");
        resource.dismiss(key, Address.of(), body("Känt", "2025-12-20"));
        happens("north", 0);
        assertThat(list().items()).as("a little worse").isEmpty();
        for (int i = 0; i < 5; i++) {
            happens("north", 0);
        }
        assertThat(list().items())
                .as("clearly worse")
                .extracting(SignalView::key)
                .contains(key);
    }

    @Test
    void whoSeesLessHidesNothingFromWhoSeesMore() {
        for (int i = 0; i < 9; i++) {
            happens("city", i % 3);
        }
        world.access.in(Scope.below(FakeUnits.id("schools")), "incidents:report:read");
        SignalView some = list().items().get(0);
        assertThat(some.observed()).isEqualTo(6);
        resource.dismiss(some.key(), Address.of(), body("Övning", "2025-12-01"));
        assertThat(list().items()).extracting(SignalView::key).doesNotContain(some.key());
        world.access.permissions("*");
        assertThat(list().items()).extracting(SignalView::key).contains(some.key());
    }

    @Test
    void onlyWhatIsSeenCanBeDismissed() {
        String key = list().items().get(0).key();
        world.access.in(Scope.below(FakeUnits.id("parks")), "incidents:report:read");
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), body("x", "2025-12-01")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> resource.one("' OR 1=1", Address.of())).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        String key = list().items().get(0).key();
        assertThatThrownBy(
                        () -> resource.dismiss(key, Address.of(), Map.of("reason", " ", "until", "1999-01-01", "x", 1)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("reason", "until", "x"));
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), body("y".repeat(1_001), "2025-12-01")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.list(Address.of("kinds=loud"))).hasMessageContaining("hotspot");
        assertThatThrownBy(() -> resource.list(Address.of("occurredAt=2025-01-01..")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("unknown-parameter"));
        assertThatThrownBy(() -> resource.list(Address.of("limit=0"))).isInstanceOf(Problem.class);
    }
}
