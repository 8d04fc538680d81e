package org.vaksam.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.registry.RegistryRow.Presence;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;

/** A failing step at every position of a made-up operation. */
class StepRunnerTest {
    private static final List<String> BEFORE = List.of("verify", "stage", "quiesce");
    private static final List<String> INSIDE = List.of("migrate", "register");
    private static final List<String> AFTER = List.of("switch", "drain", "retire");

    private final List<String> log = new ArrayList<>();
    private int begins = 1;

    static Stream<String> positions() {
        return Stream.of(BEFORE, INSIDE, AFTER).flatMap(List::stream);
    }

    @Test
    void allStepsRunInOrder() {
        Operation outcome = run("nothing", new IllegalStateException());

        assertThat(outcome.ok()).isTrue();
        assertThat(log).containsExactlyElementsOf(positions().toList());
        assertThat(outcome.steps())
                .extracting(Step::id)
                .containsExactly(
                        "verify", "stage", "quiesce", "migrate", "register", "commit", "switch", "drain", "retire");
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aFailureBeforeTheCommitUndoesAllAndOneAfterItStopsNothing(String failing) {
        Operation outcome = run(failing, new NoClassDefFoundError("org/nowhere/Type"));

        if (AFTER.contains(failing)) {
            assertThat(outcome.ok()).isTrue();
            assertThat(log).containsExactlyElementsOf(positions().toList());
            assertThat(detail(outcome, failing)).contains("org/nowhere/Type");
        } else {
            assertThat(outcome.ok()).isFalse();
            assertThat(outcome.failure().orElseThrow().en()).contains("org/nowhere/Type");
            assertThat(log).containsExactlyElementsOf(expected(failing));
        }
    }

    @Test
    void aProblemIsToldWithItsNextStep() {
        Operation outcome = run(
                "stage",
                Problem.conflict(new Text("Upptaget.", "Taken."))
                        .withNext(new Text("Välj en annan.", "Choose another.")));

        assertThat(outcome.failure()).contains(new Text("Upptaget. Välj en annan.", "Taken. Choose another."));
    }

    @Test
    void aRepeatedTransactionDoesNotRepeatItsStepsInTheHistory() {
        begins = 3;

        Operation outcome = run("nothing", new IllegalStateException());

        assertThat(outcome.steps()).extracting(Step::id).containsOnlyOnce("migrate", "register");
        assertThat(Collections.frequency(log, "migrate")).isEqualTo(3);
    }

    /** What was begun, then the same backwards as undone; of the steps inside the commit all or none. */
    private static List<String> expected(String failing) {
        List<String> begun = new ArrayList<>(
                positions().takeWhile(step -> !step.equals(failing)).toList());
        begun.add(failing);
        List<String> undone = new ArrayList<>(Stream.concat(
                        BEFORE.stream().filter(begun::contains),
                        INSIDE.contains(failing) ? INSIDE.stream() : Stream.empty())
                .map(step -> "undo " + step)
                .toList());
        Collections.reverse(undone);
        begun.addAll(undone);
        return begun;
    }

    private Operation run(String failing, Throwable failure) {
        List<OperationStep<? super Removal>> steps = new ArrayList<>();
        BEFORE.forEach(id -> steps.add(new Recorded(id, failing, failure)));
        List<OperationStep<? super Removal>> inside = new ArrayList<>();
        INSIDE.forEach(id -> inside.add(new Recorded(id, failing, failure)));
        steps.add(new Commit<>(new Repeating(), inside));
        AFTER.forEach(id -> steps.add(new Recorded(id, failing, failure)));
        return new StepRunner().run(removal(), steps);
    }

    private static Removal removal() {
        var descriptor = new ModuleDescriptor(
                "alfa",
                "1.0.0",
                Text.same("Alfa"),
                "[1.0,2)",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        var row =
                new RegistryRow("alfa", "1.0.0", "a".repeat(64), Presence.LIVE, Optional.empty(), "{}", Instant.EPOCH);
        return new Removal(row, descriptor, DataMode.KEEP, "test", Optional.empty());
    }

    private static String detail(Operation outcome, String step) {
        return outcome.steps().stream()
                .filter(each -> each.id().equals(step))
                .map(each -> each.detail().en())
                .findFirst()
                .orElseThrow();
    }

    /** Runs the work as often as told, as a database does that asks for repetition. */
    private final class Repeating implements Transactions {
        @Override
        public <T> T required(Supplier<T> work) {
            T result = work.get();
            for (int i = 1; i < begins; i++) {
                result = work.get();
            }
            return result;
        }

        @Override
        public void afterCommit(Runnable effect) {
            effect.run();
        }
    }

    /** Notes what is done and undone; fails when it is its turn. */
    private final class Recorded implements OperationStep<Undertaking> {
        private final String id;
        private final String failing;
        private final Throwable failure;

        Recorded(String id, String failing, Throwable failure) {
            this.id = id;
            this.failing = failing;
            this.failure = failure;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Text title() {
            return Text.same(id);
        }

        @Override
        public Text describe(Undertaking undertaking) {
            return Text.same(id);
        }

        @Override
        public Text apply(Undertaking undertaking) throws Exception {
            log.add(id);
            if (id.equals(failing)) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (Exception) failure;
            }
            return Text.same("done");
        }

        @Override
        public void undo(Undertaking undertaking) {
            log.add("undo " + id);
            throw new IllegalStateException("an undo that fails must not stop the others");
        }
    }
}
