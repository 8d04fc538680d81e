package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.testkit.TestDatabase;

/** What the journal promises, on every database. */
abstract class JournalTest {
    private TestDatabase database;
    private JournalFixture parts;
    private Path data;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path directory) {
        data = directory;
        database = open(directory);
        parts = new JournalFixture(database, data);
    }

    @AfterEach
    void stop() throws InterruptedException {
        parts.close();
        database.close();
    }

    @Test
    void anEntryIsSealedAndReadAsItWas() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String id = parts.journal.append(new Entry(
                "record.changed",
                "incidents.report",
                "r1",
                Map.of(
                        "sum",
                        new BigDecimal("12.50"),
                        "list",
                        List.of(1, "två"),
                        "gone",
                        Optional.empty(),
                        "ok",
                        true)));
        parts.settle();

        Sealed entry = parts.feed.after(0, 10).get(0);

        assertThat(entry.position()).isEqualTo(1);
        assertThat(entry.id()).isEqualTo(id);
        assertThat(entry.at()).isBetween(before, Instant.now());
        assertThat(entry.data())
                .containsEntry("sum", 12.5)
                .containsEntry("list", List.of(1, "två"))
                .containsEntry("gone", null)
                .containsEntry("ok", true);
        assertThat(parts.feed.about("incidents.report", "r1", Long.MAX_VALUE, 5))
                .containsExactly(entry);
        assertThat(parts.feed.about("module", "r1", Long.MAX_VALUE, 5)).isEmpty();
        assertThat(parts.verify().hash()).isEqualTo(entry.hash());
    }

    @Test
    void anUndoneChangeLeavesNoEntry() throws Exception {
        assertThatThrownBy(() -> database.transactions().required(() -> {
                    parts.append("undone");
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        parts.append("done");
        parts.settle();

        assertThat(parts.feed.after(0, 10)).extracting(Sealed::subject).containsExactly("done");
    }

    @Test
    void manyAtOnceGetDensePlacesInOneChain() throws Exception {
        var appenders = Executors.newFixedThreadPool(8);
        var work = new ArrayList<Callable<String>>();
        for (int i = 0; i < 200; i++) {
            String subject = "r" + i % 20;
            work.add(() -> parts.append(subject));
        }
        for (Future<String> appended : appenders.invokeAll(work)) {
            assertThat(appended.get()).hasSize(36);
        }
        appenders.shutdown();
        parts.settle();

        assertThat(parts.feed.head()).isEqualTo(200);
        assertThat(parts.verify())
                .satisfies(result -> assertThat(result.findings()).isEmpty())
                .satisfies(result -> assertThat(result.entries()).isEqualTo(200));
        assertThat(parts.feed.about("incidents.report", "r7", Long.MAX_VALUE, 3))
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Long.compare(other.position(), one.position()));
        assertThat(parts.feed.after(190, 5)).extracting(Sealed::position).containsExactly(191L, 192L, 193L, 194L, 195L);
    }

    @Test
    void whatACrashLeftUnsealedIsSealedAtTheNextStart() throws Exception {
        parts.append("before");
        parts.settle();
        parts.close();
        for (int i = 0; i < 3; i++) {
            parts.tables.insert(List.of(row("left" + i)));
        }
        parts = new JournalFixture(database, data);
        parts.append("after");
        parts.settle();

        assertThat(parts.feed.after(0, 10))
                .extracting(Sealed::subject)
                .containsExactlyInAnyOrder("before", "left0", "left1", "left2", "after");
        assertThat(parts.verify().findings()).isEmpty();
    }

    @Test
    void twoSealersOfOneDatabaseMakeOneChain() throws Exception {
        try (var other = new JournalFixture(database, data)) {
            for (int i = 0; i < 30; i++) {
                parts.append("here");
                other.append("there");
            }
            parts.settle();
            other.settle();
        }

        assertThat(parts.feed.after(0, 100)).hasSize(60);
        assertThat(parts.feed.head()).isEqualTo(60);
        assertThat(parts.verify().findings()).isEmpty();
    }

    @Test
    void theHeadIsKnownWithoutTheDatabase() throws Exception {
        parts.append("one");
        parts.append("two");
        parts.settle();
        try (var restarted = new JournalFixture(database, data)) {
            assertThat(restarted.feed.head()).isEqualTo(2);
            database.database().write(sql -> sql.update("DELETE FROM journal_seal"));
            assertThat(restarted.feed.head()).isEqualTo(2);
            assertThat(parts.feed.head()).isEqualTo(2);
        }
    }

    @Test
    void onlyWhatHasNoSealIsLookedUp() throws Exception {
        parts.append("sealed");
        parts.settle();
        parts.close();
        parts.append("left");
        List<String> ids = parts.tables.ids("", "g", 10);
        assertThat(ids).hasSize(2).isSorted();
        assertThat(parts.tables.ids(ids.get(0), "g", 10)).containsExactly(ids.get(1));
        assertThat(parts.tables.unsealed(ids)).extracting(EntryRow::subject).containsExactly("left");
        assertThat(parts.tables.unsealed(List.of())).isEmpty();
    }

    @Test
    void anEntryHandedOverTwiceIsSealedOnce() throws Exception {
        EntryRow row = row("twice");
        parts.tables.insert(List.of(row));
        parts.sealer.committed(List.of(row));
        parts.settle();
        parts.sealer.committed(List.of(row));
        parts.append("next");
        parts.settle();

        assertThat(parts.feed.after(0, 10)).extracting(Sealed::subject).containsExactly("twice", "next");
    }

    @Test
    void tooMuchIsRefusedBeforeAnythingIsStored() throws Exception {
        assertThatThrownBy(() -> parts.journal.append(new Entry("a", "t", "s", Map.of("text", "x".repeat(32_000)))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo("too-much-to-journal");
                    assertThat(problem.extras()).containsEntry("field", "data");
                });
        parts.settle();

        long stored = database.database().read(sql -> sql.number("SELECT count(*) FROM journal"));
        assertThat(stored).isZero();
    }

    @Test
    void theCallerIsTheActor() throws Exception {
        String account = Ids.next();
        parts.actor.bindAccess(new FixedAccess(account));
        parts.append("r1");
        parts.settle();

        Sealed entry = parts.feed.after(0, 1).get(0);
        assertThat(entry.actor()).contains(account);
        assertThat(entry.actorName()).isEqualTo("Åsa Öberg");
    }

    @Test
    void followersAreCalledUntilTheyLeave() throws Exception {
        var called = new CountDownLatch(1);
        try (AutoCloseable listening = parts.feed.listen(called::countDown)) {
            assertThat(listening).isNotNull();
            parts.append("r1");
            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void waitingEndsWhenTheTimeIsOut() throws Exception {
        parts.close();
        parts.append("r1");

        assertThat(parts.feed.awaitSealed(Duration.ofMillis(50))).isFalse();
    }

    private static EntryRow row(String subject) {
        return new EntryRow(
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                "",
                "record.created",
                "incidents.report",
                subject,
                Details.salted("{}"));
    }

    private record FixedAccess(String account) implements Access {
        @Override
        public Caller caller() {
            return new Caller(Caller.Kind.SESSION, Optional.of(account), "Åsa Öberg", Set.of(), Locale.ENGLISH);
        }

        @Override
        public Caller require(String permission) {
            return caller();
        }
    }
}
