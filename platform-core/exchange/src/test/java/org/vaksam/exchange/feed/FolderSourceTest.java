package org.vaksam.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.exchange.Imports;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.testkit.TestDatabase;

/** Files are taken when they are whole, once, and nothing but files. */
class FolderSourceTest {
    private static TestDatabase database;

    private FeedHouse house;
    private FolderSource source;
    private Feed feed;
    private Path folder;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = TestDatabase.derby(data).migrate("exchange", Imports.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build(@TempDir Path folders) throws IOException {
        house = new FeedHouse(database);
        feed = house.feed("source", "folder", "folder", "alarms");
        source = new FolderSource(folders, house.intake, house.clock);
        source.run(feed);
        folder = folders.resolve("alarms");
    }

    @Test
    void aFileIsTakenWhenItRests() throws IOException {
        write("1.xml", "<thing><id>1</id>");
        assertThat(source.run(feed)).isTrue();
        write("1.xml", "<thing><id>1</id></thing>");
        assertThat(source.run(feed)).as("it looks different").isTrue();
        assertThat(source.run(feed)).as("it was written just now").isTrue();
        house.clock.advance(FolderSource.QUIET);
        assertThat(source.run(feed)).isFalse();
        assertThat(house.engine.records).containsOnlyKeys("1");
        assertThat(folder.resolve("done/1.xml")).exists();
        assertThat(folder.resolve("1.xml")).doesNotExist();
    }

    @Test
    void whatWasStoredBeforeACrashIsNotStoredAgain() throws IOException {
        write("1.xml", "<thing><id>1</id></thing>");
        takeAll();
        Files.move(folder.resolve("done/1.xml"), folder.resolve("1.xml"));
        takeAll();
        assertThat(house.counts(feed)).isEqualTo(new Counts(2, 1, 1, 0, 0, 0));
        write("1.xml", "<thing><id>2</id></thing>");
        takeAll();
        try (var done = Files.list(folder.resolve("done"))) {
            assertThat(done).as("no file hides another").hasSize(2);
        }
    }

    @Test
    void whatCannotBeReadIsInTheTrayAndInFailed() throws IOException {
        write("bad.xml", "<thing>");
        write("huge.json", "{\"id\":\"" + "x".repeat(Arrivals.LARGEST) + "\"}");
        takeAll();
        assertThat(folder.resolve("failed/bad.xml")).exists();
        assertThat(folder.resolve("failed/huge.json")).exists();
        assertThat(house.counts(feed)).isEqualTo(new Counts(2, 0, 0, 0, 2, 0));
    }

    @Test
    void onlyPlainFilesThatHaveArrivedAreTouched(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), "{\"id\":\"secret\"}");
        Files.createSymbolicLink(folder.resolve("link.json"), secret);
        Files.createSymbolicLink(folder.resolve("sub"), elsewhere);
        write(".hidden.json", "{\"id\":1}");
        write("arriving.xml.part", "<thing><id>1</id></thing>");
        takeAll();
        assertThat(house.engine.records).isEmpty();
        assertThat(Files.exists(folder.resolve("link.json"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        Files.move(folder.resolve("arriving.xml.part"), folder.resolve("arriving.xml"));
        takeAll();
        assertThat(house.engine.records).containsOnlyKeys("1");
    }

    @Test
    void whatIsDoneIsRemovedAfterAMonth() throws IOException {
        write("1.xml", "<thing><id>1</id></thing>");
        takeAll();
        house.clock.advance(FolderFiles.KEPT);
        source.run(feed);
        assertThat(folder.resolve("done/1.xml")).doesNotExist();
    }

    private void takeAll() throws IOException {
        house.clock.advance(Duration.ofMinutes(1));
        source.run(feed);
        source.run(feed);
    }

    private void write(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(house.clock.instant()));
    }
}
