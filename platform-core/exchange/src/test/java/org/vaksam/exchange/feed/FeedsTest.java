package org.vaksam.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.exchange.Imports;
import org.vaksam.testkit.TestDatabase;

class FeedsTest {
    private static TestDatabase database;

    private FeedHouse house;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = TestDatabase.derby(data).migrate("exchange", Imports.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build() {
        house = new FeedHouse(database);
    }

    @Test
    void aFeedIsMadeChangedAndRemoved() {
        Feed feed = house.feed("source", "folder", "folder", "sos");
        Feed changed = house.feeds
                .change(feed.id(), version -> version == 1, Map.of("everySeconds", 60, "enabled", false))
                .feed();
        assertThat(changed.every().toSeconds()).isEqualTo(60);
        assertThat(changed.enabled()).isFalse();
        assertThat(changed.folder()).contains("sos");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(status(() -> house.feeds.change(feed.id(), version -> version == 1, Map.of("name", "x"))))
                .isEqualTo(412);
        assertThat(status(() -> house.feeds.runNow(feed.id()))).isEqualTo(409);
        house.feeds.delete(feed.id(), version -> version == 2);
        assertThat(status(() -> house.feeds.get(feed.id()))).isEqualTo(404);
        assertThat(house.actions()).containsExactly("feed.created", "feed.changed", "feed.deleted");
    }

    @Test
    void whatIsWrongIsNamedByField() {
        assertThat(wrong(Map.of())).containsExactly("source", "name", "format");
        assertThat(wrong(Map.of("name", "x", "format", "no.such", "source", "rest", "colour", 1)))
                .containsExactly("colour", "format");
        for (String folder : List.of("../etc", "/etc", "a/b", ".", "..", "A", "a b", "")) {
            assertThat(wrong(Map.of("name", "x", "format", "things.list", "source", "folder", "folder", folder)))
                    .as(folder)
                    .containsExactly("folder");
        }
        for (String address : List.of(
                "file:///etc/passwd", "ftp://a/b", "https://user:pw@a/b", "https:///x", "nonsense", "http://a/#b")) {
            assertThat(wrong(Map.of("name", "x", "format", "things.list", "source", "http", "address", address)))
                    .as(address)
                    .containsExactly("address");
        }
        assertThat(wrong(Map.of(
                        "name",
                        "x\ny",
                        "format",
                        "things.list",
                        "source",
                        "rest",
                        "everySeconds",
                        1,
                        "silentSeconds",
                        "long",
                        "enabled",
                        "yes",
                        "unit",
                        "nowhere")))
                .containsExactlyInAnyOrder("name", "everySeconds", "silentSeconds", "enabled", "unit");
        house.feed("source", "folder", "folder", "sos");
        assertThat(wrong(Map.of("name", "x", "format", "things.list", "source", "folder", "folder", "sos")))
                .containsExactly("folder");
    }

    private List<String> wrong(Map<String, Object> body) {
        assertThatThrownBy(() -> house.feeds.create(Map.copyOf(body))).isInstanceOf(Problem.class);
        return catchThrowableOfType(Problem.class, () -> house.feeds.create(Map.copyOf(body))).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).status();
    }
}
