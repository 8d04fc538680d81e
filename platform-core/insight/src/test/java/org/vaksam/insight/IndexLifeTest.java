package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.index.IndexStatus;
import org.vaksam.insight.rest.IndexFigures;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;

/** The index is disposable: whatever happens to it, it comes back by itself and misses nothing. */
final class IndexLifeTest {
    private Path folder = Path.of("");
    private World world;

    @BeforeEach
    void fill(@TempDir Path directory) {
        folder = directory;
        world = new World(directory);
        world.put(
                Row.number(1).title("Ett"),
                Row.number(2).title("Två"),
                Row.number(3).title("Tre"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasWrittenIsRead() {
        for (int number = 10; number < 60; number++) {
            world.put(Row.number(number));
            assertThat(world.list()).contains(Row.id(number));
            world.delete(Row.id(number));
            assertThat(world.list()).doesNotContain(Row.id(number));
        }
    }

    @Test
    void aChangeIsSeen() {
        world.put(Row.number(2).title("Annat").kind("threat"));
        assertThat(world.find("två")).isEmpty();
        assertThat(world.list("kind=threat")).containsExactly(Row.id(2));
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        assertThat(world.total()).isEqualTo(3);
        world.stop();
        int pages = world.records.pagesRead();
        world.put(Row.number(4));
        world.delete(Row.id(1));
        world.start();
        assertThat(world.list()).containsExactlyInAnyOrder(Row.id(2), Row.id(3), Row.id(4));
        assertThat(world.records.pagesRead()).isEqualTo(pages);
    }

    @Test
    void missingAndBrokenFilesAreBuiltAnew() throws IOException {
        for (String suffix : List.of(".si", ".cfs", ".cfe")) {
            world.total();
            world.stop();
            damage(suffix);
            world.start();
            assertThat(world.list()).containsExactlyInAnyOrder(Row.id(1), Row.id(2), Row.id(3));
        }
        world.stop();
        for (Path file : files("")) {
            Files.delete(file);
        }
        world.start();
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void filesThatAreDamagedWhileItServesAreNoticedAndBuiltAnew() throws Exception {
        for (int number = 10; number < 40; number++) {
            world.put(Row.number(number).title("Rad " + number));
        }
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
        world.stop();
        world.start();
        int pages = world.records.pagesRead();
        damage(".cfs");

        world.index().verify();

        while (world.records.pagesRead() == pages || world.index().status().building()) {
            Thread.sleep(20);
        }
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
        assertThat(world.total()).isEqualTo(33);
        assertThat(world.find("rad")).hasSize(30);
    }

    @Test
    void everyFileMayBeDamagedAndNothingIsMissed() throws Exception {
        for (String suffix : List.of(".cfs", ".cfe", ".si", "segments_")) {
            assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
            world.stop();
            cut(suffix);
            world.start();
            assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
            assertThat(world.total()).as(suffix).isEqualTo(3);
        }
    }

    @Test
    void anIndexOfOtherDocumentsIsBuiltAnew() throws IOException {
        changeCommit("vaksam.schema", "0");
        int pages = world.records.pagesRead();
        world.start();
        assertThat(world.total()).isEqualTo(3);
        assertThat(world.records.pagesRead()).isGreaterThan(pages);
    }

    @Test
    void anIndexOfAnotherJournalIsBuiltAnew() throws IOException {
        changeCommit("vaksam.hash", "of another database");
        world.records.remove(Row.id(1));
        world.start();
        assertThat(world.total()).isEqualTo(2);
    }

    @Test
    void anIndexHalfBuiltIsBuiltAnew() throws IOException {
        changeCommit("vaksam.complete", "false");
        int pages = world.records.pagesRead();
        world.start();
        assertThat(world.total()).isEqualTo(3);
        assertThat(world.records.pagesRead()).isGreaterThan(pages);
        assertThat(files("segments")).hasSize(1);
    }

    @Test
    void aFieldThatBecameADimensionIsTakenInAnew() {
        world.types.weaponIsFacet(false);
        world.journal.append("module.installed", "module", "incidents");
        world.put(Row.number(4).kind("threat").field("weapon", true));
        world.total();
        world.stop();
        world.types.weaponIsFacet(true);
        world.start();
        awaitBuilt();
        assertThat(world.list("fields.weapon=true")).containsExactly(Row.id(4));
    }

    @Test
    void aRebuildOnDemandKeepsAnswering() {
        world.index().rebuild();
        while (world.index().status().building()) {
            assertThat(world.total()).isEqualTo(3);
        }
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aPurgedTypeIsGone() {
        world.put(Row.number(9).type(FakeTypes.ROUND).kind("quarterly"));
        assertThat(world.total()).isEqualTo(4);
        world.records.remove(Row.id(9));
        world.journal.append("record.purged", FakeTypes.ROUND, FakeTypes.ROUND);
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aMovedUnitTakesItsRecordsAlong() {
        world.put(
                Row.number(4).unit("north"),
                Row.number(5).unit("schools"),
                Row.number(6).unit("parks"));
        assertThat(world.list("unit=schools")).containsExactlyInAnyOrder(Row.id(4), Row.id(5));
        world.units.move("north", "parks");
        world.journal.append("unit.changed", "unit", FakeUnits.id("north"));
        assertThat(world.list("unit=parks")).containsExactlyInAnyOrder(Row.id(4), Row.id(6));
        assertThat(world.list("unit=schools")).containsExactly(Row.id(5));
    }

    @Test
    void recordsThatVanishedWithoutAWordAreNoticedAfterAModuleChange() {
        assertThat(world.total()).isEqualTo(3);
        world.records.remove(Row.id(2));
        world.journal.append("module.uninstalled", "module", "incidents");
        awaitTotal(2);
    }

    @Test
    void theStatusSaysHowItIs() {
        assertThat(world.total()).isEqualTo(3);
        IndexStatus status = world.index().status();
        assertThat(status.position()).isEqualTo(3).isEqualTo(status.head());
        assertThat(status.documents()).isEqualTo(3);
        assertThat(status.answers()).isTrue();
        assertThat(status.lagMillis()).isZero();
        assertThat(status.lagP99()).isLessThan(5_000);
        assertThat(world.insight().status()).containsKeys("position", "head", "documents", "state", "lagMillis");
    }

    @Test
    void howMuchThereIsIsToldToThoseWhoMayReadTheJournal() {
        assertThat(world.total()).isEqualTo(3);
        world.access.permissions("incidents:report:read");
        assertThat(world.insight().status()).containsOnlyKeys("state", "lagMillis", "lagP99Millis");
        world.access.permissions("platform:journal:read");
        assertThat(world.insight().status()).containsEntry("documents", 3);
    }

    @Test
    void itSaysWhenItHasEverything() throws Exception {
        world.put(Row.number(4));
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
        assertThat(world.index().status().documents()).isEqualTo(4);
        world.stop();
        world.put(Row.number(5));
        assertThat(world.index().hasAll(Duration.ofMillis(20))).isFalse();
        world.start();
    }

    @Test
    void theFiguresSayHowFarItIs() {
        assertThat(world.total()).isEqualTo(3);
        assertThat(new IndexFigures(world.index()).now())
                .containsEntry("index_position", 3.0)
                .containsEntry("index_documents", 3.0)
                .containsEntry("index_lag_entries", 0.0)
                .containsKey("index_lag_p99_seconds");
    }

    @Test
    void allPagesOfARebuildAreTakenInOnce() {
        for (int number = 10; number < 5_200; number++) {
            world.records.put(Row.number(number).title("Rad").build());
        }
        world.index().rebuild();
        awaitTotal(5_193);
        assertThat(world.total("kind=theft")).isEqualTo(5_193);
    }

    private void awaitBuilt() {
        while (world.index().status().building()) {
            Thread.onSpinWait();
        }
    }

    private void awaitTotal(long total) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (world.total() != total && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(world.total()).isEqualTo(total);
    }

    private void damage(String suffix) throws IOException {
        for (Path file : files("")) {
            if (file.toString().endsWith(suffix)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}), channel.size() / 2);
                }
            }
        }
    }

    /** Half of the file is gone. */
    private void cut(String part) throws IOException {
        for (Path file : files("")) {
            if (file.getFileName().toString().contains(part)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        }
    }

    private void changeCommit(String key, String value) throws IOException {
        world.total();
        world.stop();
        try (Stream<Path> folders = Files.list(folder)) {
            Path index = folders.findFirst().orElseThrow();
            try (FSDirectory directory = FSDirectory.open(index);
                    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
                Map<String, String> data = new HashMap<>();
                writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
                data.put(key, value);
                writer.setLiveCommitData(data.entrySet());
                writer.commit();
            }
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
