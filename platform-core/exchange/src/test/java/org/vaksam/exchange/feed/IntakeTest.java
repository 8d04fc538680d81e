package org.vaksam.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.exchange.Imports;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.testkit.TestDatabase;

/** What a feed brings is taken once, and everything is accounted for. */
class IntakeTest {
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
    void whatIsSentTwiceIsTakenOnce() {
        takesOnce(house);
    }

    @Test
    void theSameOnPostgreSql() {
        try (var postgres = TestDatabase.postgresql().migrate("exchange", Imports.class)) {
            takesOnce(new FeedHouse(postgres));
        }
    }

    private static void takesOnce(FeedHouse house) {
        Feed feed = house.feed("unit", "north");
        String content = "[{\"id\":1},{\"words\":\"no id\"},{\"id\":2},{\"id\":1},{\"id\":3,\"words\":\"refuse\"}]";
        assertThat(house.take(feed, content)).isEqualTo(new Counts(5, 2, 1, 0, 2, 0));
        assertThat(house.take(feed, content)).isEqualTo(new Counts(5, 0, 5, 0, 0, 0));
        assertThat(house.counts(feed)).isEqualTo(new Counts(10, 2, 6, 0, 2, 0));
        assertThat(house.engine.stored("1").unit()).contains("u-1");
        assertThat(house.engine.stored("1").channel()).isEqualTo("feed");
    }

    @Test
    void anItemThatSaysSomethingNewIsNotedInTheHistoryOfItsRecord() {
        Feed feed = house.feed();
        house.take(feed, "{\"id\":1,\"words\":\"first\"}");
        assertThat(house.take(feed, "{\"id\":1,\"words\":\"second\"}")).isEqualTo(new Counts(1, 0, 1, 1, 0, 0));
        assertThat(house.take(feed, "{\"words\":\"second\",\n \"id\":1}")).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        assertThat(house.engine.stored("1").title()).isEqualTo("first");
        var note = house.journal.get(house.journal.size() - 1);
        assertThat(note.action()).isEqualTo("record.feed-changed");
        assertThat(note.subjectType()).isEqualTo("things.thing");
        assertThat(note.subject()).isEqualTo(house.engine.id("1"));
        assertThat(note.data()).containsEntry("title", "second").containsEntry("feed", "Things");
    }

    @Test
    void aLaterMessageBelongsToTheRecordOfTheFormer() {
        Feed feed = house.feed();
        house.take(feed, "[{\"id\":1},{\"id\":2,\"after\":1},{\"id\":3,\"after\":2},{\"id\":4,\"after\":9}]");
        assertThat(house.engine.records).containsOnlyKeys("1", "4");
        assertThat(house.counts(feed)).isEqualTo(new Counts(4, 2, 2, 2, 0, 0));
        assertThat(house.take(feed, "{\"id\":3,\"after\":2}")).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void whatCannotBeReadFromSomePointOnIsOneThingInTheTray() {
        Feed feed = house.feed();
        assertThat(house.take(feed, "[{\"id\":1},{\"id\":2},{\"id")).isEqualTo(new Counts(3, 2, 0, 0, 1, 0));
        assertThat(house.take(feed, "")).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(house.take(feed, "<thing><id>7</thing>")).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(house.take(feed, "<thing><id>7</id></thing>")).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(house.take(feed, "{\"id\":\"crash\"}")).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(house.counts(feed)).isEqualTo(new Counts(7, 3, 0, 0, 4, 0));
    }

    @Test
    void aRecordThatWasImportedBeforeIsKnown() {
        Feed feed = house.feed();
        house.take(feed, "{\"id\":1}");
        database.database().write(sql -> sql.update("DELETE FROM feed_item"));
        assertThat(house.take(feed, "{\"id\":1}")).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void withoutItsModuleNothingIsTakenIn() {
        Feed feed = house.feed();
        house.modules.live(false);
        assertThatThrownBy(() -> house.take(feed, "{\"id\":1}"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.extras()).containsEntry("module", "things"));
        house.modules.live(true);
        house.take(feed, "{\"id\":1}");
        assertThat(house.counts(feed).stored()).isEqualTo(1);
    }

    @Test
    void aFeedThatIsGoneTakesNothing() {
        Feed feed = house.feed();
        house.feeds.delete(feed.id(), version -> true);
        assertThatThrownBy(() -> house.intake.take(feed, new byte[] {'{', '}'}, "test", Optional.empty()))
                .isInstanceOf(Problem.class);
        assertThat(house.engine.records).isEmpty();
    }
}
