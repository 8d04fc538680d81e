package org.vaksam.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.testkit.TestDatabase;

class ImportsTest {
    private static TestDatabase database;

    private Path folder;
    private House house;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = TestDatabase.derby(data).migrate("exchange", Imports.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build(@TempDir Path empty) {
        folder = empty;
        database.database().write(sql -> sql.update("DELETE FROM import_run"));
        house = new House(database, folder);
    }

    @Test
    void everyItemIsStoredOrRefusedByName() throws Exception {
        takesInAFileWithMistakes(house);
    }

    @Test
    void theSameOnPostgreSql() throws Exception {
        try (var postgres = TestDatabase.postgresql().migrate("exchange", Imports.class)) {
            takesInAFileWithMistakes(new House(postgres, folder));
        }
    }

    private static void takesInAFileWithMistakes(House house) throws Exception {
        Imports imports = house.start();
        ImportRun received = house.receive(
                imports,
                House.lines(0, 1_200)
                        + "{\"id\":\n{\"name\":\"no id\"}\n\n{\"id\":\"crash\"}\n{\"id\":\"refuse\\u0000me\"}\n"
                        + House.lines(1_190, 1_300));
        assertThat(received.state()).isEqualTo(RunState.WAITING);
        ImportRun run = house.end(imports, received);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.items()).isEqualTo(1_314);
        assertThat(run.created()).isEqualTo(1_300);
        assertThat(run.existing()).isEqualTo(10);
        assertThat(run.refused()).isEqualTo(4);
        assertThat(run.bytesRead()).isEqualTo(run.bytes());
        assertThat(run.startedAt()).isPresent();
        assertThat(run.finishedAt()).isPresent();
        assertThat(run.failure()).isEmpty();
        assertThat(imports.errors(run.id(), 0, 10))
                .extracting(ItemError::line)
                .containsExactly(1_201L, 1_202L, 1_204L, 1_205L);
        assertThat(imports.errors(run.id(), 1_204, 10)).singleElement().satisfies(error -> {
            assertThat(error.type()).isEqualTo("invalid");
            assertThat(error.errors()).singleElement().satisfies(field -> assertThat(field.field())
                    .isEqualTo("title"));
            assertThat(error.item()).contains("refuse").doesNotContain("\0");
        });
        assertThat(House.actions(house.journal)).containsExactly("import.started", "import.finished");
        assertThat(house.spooled()).isEmpty();
        assertThat(house.bound).allSatisfy(caller -> {
            assertThat(caller.kind()).isEqualTo(Caller.Kind.PLATFORM);
            assertThat(caller.account()).isEqualTo(House.ANNA.account());
            assertThat(caller.name()).isEqualTo("Anna Ek");
        });
    }

    @Test
    void itIsNotDoneBeforeItsRecordsAreFound() throws Exception {
        var asked = new AtomicInteger();
        var states = new CopyOnWriteArrayList<RunState>();
        Imports imports = house.start();
        house.readModel = stored -> {
            states.add(imports.newest(1).get(0).state());
            return stored == 700 && asked.incrementAndGet() == 3;
        };
        ImportRun run = house.end(imports, house.receive(imports, House.lines(0, 700)));
        assertThat(states).hasSize(3).containsOnly(RunState.RUNNING);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void whenTheReadModelIsBehindItIsDoneAllTheSameAndSaysSo() throws Exception {
        house.readModel = stored -> false;
        house.readModelPatience = Duration.ofMillis(150);
        Imports imports = house.start();
        ImportRun run = house.end(imports, house.receive(imports, House.lines(0, 20)));
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.created()).isEqualTo(20);
        assertThat(run.failure().orElseThrow().en()).contains("the search index is still behind");
    }

    @Test
    void theSameFileAgainStoresNothingNew() throws Exception {
        Imports imports = house.start();
        house.end(imports, house.receive(imports, House.lines(0, 700)));
        Imports later = house.start();
        ImportRun run = house.end(later, house.receive(later, House.lines(0, 700)));
        assertThat(run.created()).isZero();
        assertThat(run.existing()).isEqualTo(700);
        assertThat(later.newest(10)).hasSize(2);
    }

    @Test
    void afterADeathItGoesOnFromTheLastCommit() throws Exception {
        var dead = new Semaphore(0);
        house.records.before(batch -> {
            if (batch == 3) {
                dead.release();
                throw new ThreadDeath();
            }
        });
        Imports first = house.start();
        ImportRun received = house.receive(first, ItemSourcesTest.gzip(House.lines(0, 2_600)));
        assertThat(dead.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        first.close();
        assertThat(first.find(received.id()).orElseThrow().items()).isEqualTo(1_000);
        assertThat(house.spooled()).containsExactly(received.id());

        Files.writeString(folder.resolve("imports").resolve("left-behind.part"), "half a file");
        house.records.offered.clear();
        Imports second = house.start();
        ImportRun run = house.end(second, received);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.created()).isEqualTo(2_600);
        assertThat(run.existing()).isZero();
        assertThat(house.records.offered).hasSize(1_600).startsWith("1000");
        assertThat(House.actions(house.journal)).containsExactly("import.started", "import.finished");
        assertThat(house.spooled()).isEmpty();
    }

    @Test
    void withoutItsModuleItWaitsAndSaysSo() throws Exception {
        var gone = new Semaphore(0);
        house.records.before(batch -> {
            if (batch == 2) {
                house.modules.live(false);
                gone.release();
            }
        });
        Imports imports = house.start();
        ImportRun received = house.receive(imports, House.lines(0, 1_600));
        assertThat(gone.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        imports.close();
        ImportRun waiting = imports.find(received.id()).orElseThrow();
        assertThat(waiting.items()).isEqualTo(1_000);

        Imports again = house.start();
        ImportRun same = again.find(received.id()).orElseThrow();
        assertThat(same.state().isOpen()).isTrue();
        assertThat(catchThrowableOfType(Problem.class, () -> again.format("things.list"))
                        .type())
                .isEqualTo("module-missing");
        house.modules.live(true);
        ImportRun run = house.end(again, received);
        assertThat(run.created()).isEqualTo(1_600);
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void aCutArchiveKeepsWhatCameBeforeTheCut() throws Exception {
        byte[] whole = ItemSourcesTest.gzip(House.lines(0, 20_000));
        Imports imports = house.start();
        ImportRun run = house.end(imports, house.receive(imports, Arrays.copyOf(whole, whole.length / 2)));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure().orElseThrow().en())
                .startsWith("The compressed file is incomplete or damaged. The " + run.items() + " items");
        assertThat(run.created()).isBetween(1_000L, 19_999L).isEqualTo(house.records.keys.size());
        assertThat(house.spooled()).isEmpty();
    }

    @Test
    void aRefusalOfTheWholeBatchEndsTheImport() throws Exception {
        house.records.before(batch -> {
            if (batch == 2) {
                throw Problem.forbidden("things:thing:create");
            }
        });
        Imports imports = house.start();
        ImportRun run = house.end(imports, house.receive(imports, House.lines(0, 900)));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.created()).isEqualTo(500);
        assertThat(run.failure().orElseThrow().en()).contains("things:thing:create");
    }

    @Test
    void whatIsNoJsonFailsWithAReason() throws Exception {
        Imports imports = house.start();
        ImportRun run = house.end(imports, house.receive(imports, "id;name\n1;x\n"));
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure().orElseThrow().en()).startsWith("The file is neither a JSON array nor JSON lines.");
    }

    @Test
    void anUnknownFormatIsNotFound() throws Exception {
        Imports imports = house.start();
        assertThat(catchThrowableOfType(Problem.class, () -> imports.format("things.other"))
                        .type())
                .isEqualTo("not-found");
        assertThat(catchThrowableOfType(Problem.class, () -> imports.format("")).type())
                .isEqualTo("not-found");
        imports.close();
    }
}
