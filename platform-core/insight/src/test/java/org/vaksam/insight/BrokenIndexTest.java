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
import org.junit.jupiter.api.Test;
import org.vaksam.insight.testing.Row;
import org.vaksam.testkit.Waiting;

/** What is missing, damaged or made of something else is built anew, and nothing is missed. */
final class BrokenIndexTest extends IndexScene {
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

        Waiting.until(() -> world.records.pagesRead() > pages, "the index to be built anew");
        awaitBuilt();
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
