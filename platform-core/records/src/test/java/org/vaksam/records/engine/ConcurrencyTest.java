package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records.Outcome;
import org.vaksam.records.engine.RecordCreation.Created;
import org.vaksam.records.store.IdempotencyKeys.Key;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Many at once: nothing twice, nothing lost; the same on every database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ConcurrencyTest {
    private static final int THREADS = 8;

    private Engine engine;

    abstract TestDatabase open(Path directory);

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = new Engine(open(folder)).withReports();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void numbersAreUniqueAndWithoutGapsBetweenThreads() throws Exception {
        List<List<Integer>> all = together(thread -> {
            var mine = new ArrayList<Integer>();
            for (int i = 0; i < 120; i++) {
                int[] next = engine.numbers.next("incidents.other", 2026, 1 + i % 7);
                IntStream.of(next).forEach(mine::add);
            }
            return mine;
        });
        List<Integer> sorted = all.stream().flatMap(List::stream).sorted().toList();
        assertThat(sorted)
                .isEqualTo(IntStream.rangeClosed(1, sorted.size()).boxed().toList());
    }

    @Test
    void theSameKeyMakesOneRecordHoweverConcurrently() throws Exception {
        var key = new Key("anna", "key-1", "incidents.report", "a".repeat(64));
        List<Created> made = together(thread -> engine.creation.create(
                engine.type(), new HashMap<>(Map.of("kind", "theft", "title", "En gång")), Optional.of(key)));
        assertThat(made.stream().map(created -> created.row().id()).distinct()).hasSize(1);
        assertThat(made.stream().filter(created -> !created.replayed())).hasSize(1);
    }

    @Test
    void ofConcurrentPatchesOnTheSameVersionOneWins() throws Exception {
        RecordRow row = engine.theft();
        List<Integer> results = together(thread -> {
            try {
                return engine.change
                        .patch(engine.type(), row.id(), version -> version == 1, Map.of("title", "Titel " + thread))
                        .version();
            } catch (Problem problem) {
                return problem.status();
            }
        });
        assertThat(results).containsOnly(2, 412).containsOnlyOnce(2);
        assertThat(engine.store.byId(row.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void transitionsWithoutAVersionDoNotFailBecauseOfOtherChanges() throws Exception {
        RecordRow row = engine.theft();
        List<Integer> results = together(thread -> {
            try {
                return engine.change
                        .transition(engine.type(), row.id(), Optional.empty(), "triage", Map.of("severity", 1))
                        .version();
            } catch (Problem problem) {
                return problem.status();
            }
        });
        assertThat(results).containsOnly(2, 409).containsOnlyOnce(2);
    }

    @Test
    void concurrentImportsOfTheSameThingsStoreEachOnce() throws Exception {
        long before = engine.store.count();
        List<List<Outcome>> all = together(thread -> {
            List<NewRecord> records = new ArrayList<>(IntStream.range(0, 150)
                    .mapToObj(number -> event("same-" + number))
                    .toList());
            Collections.shuffle(records, new Random(thread));
            return engine.imports.createAll(records);
        });
        assertThat(engine.store.count() - before).isEqualTo(150);
        assertThat(all.stream().flatMap(List::stream).filter(Outcome::created)).hasSize(150);
        assertThat(all.stream()
                        .flatMap(List::stream)
                        .flatMap(outcome -> outcome.id().stream())
                        .distinct())
                .hasSize(150);
    }

    @Test
    void anImportTellsWhatBecameOfEachRecordInItsPlace() {
        Outcome first = engine.imports.createAll(List.of(event("a"))).get(0);
        List<Outcome> outcomes =
                engine.imports.createAll(List.of(event("b"), event("a"), event("b"), wrong(), event("c")));
        assertThat(outcomes).extracting(Outcome::created).containsExactly(true, false, false, false, true);
        assertThat(outcomes.get(1).id()).isEqualTo(first.id());
        assertThat(outcomes.get(2).id()).isEqualTo(outcomes.get(0).id());
        assertThat(outcomes.get(3).problem().orElseThrow().fields())
                .extracting(field -> field.field())
                .containsExactlyInAnyOrder("title", "severity", "fields.value");
        assertThat(engine.store
                        .byId(outcomes.get(4).id().orElseThrow())
                        .orElseThrow()
                        .externalKey())
                .contains(new ExternalKey("test", "c"));
    }

    private <T> List<T> together(Work<T> work) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        var barrier = new CyclicBarrier(THREADS);
        try {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    barrier.await();
                    return work.run(thread);
                });
            }
            var results = new ArrayList<T>();
            for (Future<T> future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private interface Work<T> {
        T run(int thread) throws Exception;
    }

    private static NewRecord event(String key) {
        return record(key, "Inbrott i villa", OptionalInt.of(1), Map.of("value", 10));
    }

    private static NewRecord wrong() {
        return record("wrong", "", OptionalInt.of(9), Map.of("value", "much"));
    }

    private static NewRecord record(String key, String title, OptionalInt severity, Map<String, Object> fields) {
        return new NewRecord(
                "incidents.report",
                "theft",
                title,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                severity,
                "import",
                Optional.of(new ExternalKey("test", key)),
                fields);
    }
}
