package org.vaksam.exchange.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.exchange.Imports;
import org.vaksam.exchange.feed.Feed;
import org.vaksam.exchange.feed.FeedHouse;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.testkit.TestDatabase;

/** What could not be read is corrected, tried again, stored once or discarded, and the figures add up all the way. */
class TrayTest {
    private static final Caller ANNA = new Caller(
            Caller.Kind.SESSION,
            Optional.of("0192f3c4-0000-7000-8000-000000000001"),
            "Anna Ek",
            Set.of(TrayResource.PERMISSION),
            Locale.ENGLISH);

    private static TestDatabase database;

    private FeedHouse house;
    private Feed feed;

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
        feed = house.feed();
    }

    @Test
    void aCorrectedItemIsStoredOnce() {
        house.take(feed, "{\n  \"words\": \"åäö\"\n}");
        TrayItem item = only();
        assertThat(item.fields().get(0).field()).isEqualTo("id");
        assertThat(house.tray.text(item)).isEqualTo("{\n  \"words\": \"åäö\"\n}");
        TrayItem still = house.tray.retry(item.id(), Optional.empty(), Optional.of("{\"id\": "), ANNA);
        assertThat(still.state()).isEqualTo(TrayState.OPEN);
        assertThat(still.detail().en()).contains("JSON");
        assertThat(house.tray.text(still)).isEqualTo("{\"id\": ");
        TrayItem stored = house.tray.retry(item.id(), Optional.empty(), Optional.of("{\"id\": 7}"), ANNA);
        assertThat(stored.state()).isEqualTo(TrayState.STORED);
        assertThat(stored.record()).contains(house.engine.id("7"));
        assertThat(stored.closedBy()).contains("Anna Ek");
        assertThat(house.tray.text(stored)).isEmpty();
        assertThat(house.counts(feed)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
        assertThat(status(() -> house.tray.retry(item.id(), Optional.empty(), Optional.empty(), ANNA)))
                .isEqualTo(409);
        assertThat(house.actions()).endsWith("tray.retried", "tray.stored");
    }

    @Test
    void aDocumentOfManyIsTakenApart() {
        house.take(feed, "[{\"id\":1},{\"id\":2},{\"words\":\"none\"},{\"id\":3");
        assertThat(open()).hasSize(2);
        TrayItem whole = open().get(0);
        assertThat(house.tray.text(whole)).endsWith("{\"id\":3");
        house.tray.retry(whole.id(), Optional.empty(), Optional.of(house.tray.text(whole) + "},{\"id\":4}]"), ANNA);
        assertThat(house.engine.records).containsOnlyKeys("1", "2", "3", "4");
        assertThat(house.counts(feed)).isEqualTo(new Counts(8, 4, 3, 0, 1, 0));
    }

    @Test
    void xmlIsCorrectedInTheTextItCameIn() {
        house.take(feed, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><thing><words>x</words></thing>");
        TrayItem item = only();
        String corrected = house.tray.text(item).replace("<words>x", "<id>9</id><words>Łódź, å");
        house.tray.retry(item.id(), Optional.empty(), Optional.of(corrected), ANNA);
        assertThat(house.engine.stored("9").title()).isEqualTo("Łódź, å");
    }

    @Test
    void whatIsDiscardedStaysDiscarded() {
        house.take(feed, "{\"words\":\"none\"}");
        TrayItem item = house.tray.discard(only().id(), Optional.empty(), "a test", ANNA);
        assertThat(item.reason()).contains("a test");
        assertThat(house.tray.text(item)).isEmpty();
        assertThat(house.take(feed, "{\"words\":\"none\"}")).isEqualTo(new Counts(1, 0, 1, 0, 0, 0));
        assertThat(house.counts(feed)).isEqualTo(new Counts(2, 0, 1, 0, 0, 1));
        assertThat(status(() -> house.tray.discard(item.id(), Optional.empty(), "again", ANNA)))
                .isEqualTo(409);
    }

    @Test
    void twoPeopleAtOnceStoreItOnce() throws Exception {
        house.take(feed, "{\"words\":\"none\"}");
        TrayItem item = only();
        Callable<Integer> retry = () -> {
            try {
                house.tray.retry(item.id(), Optional.empty(), Optional.of("{\"id\":5}"), ANNA);
                return 200;
            } catch (Problem problem) {
                return problem.status();
            }
        };
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Integer> answers = threads.invokeAll(List.of(retry, retry, retry, retry)).stream()
                    .map(TrayTest::answer)
                    .toList();
            assertThat(answers).containsOnlyOnce(200);
            assertThat(answers).filteredOn(code -> code != 200).isSubsetOf(409, 412);
        } finally {
            threads.shutdown();
        }
        assertThat(house.counts(feed)).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
    }

    @Test
    void itOutlivesItsFeed() {
        house.take(feed, "{\"words\":\"none\"}");
        house.remove(feed);
        TrayItem stored = house.tray.retry(only().id(), Optional.empty(), Optional.of("{\"id\":1}"), ANNA);
        assertThat(stored.state()).isEqualTo(TrayState.STORED);
    }

    @Test
    void aPersonIsFoundAndErased() {
        house.take(feed, "{\"words\":\"Karin Ek ringde\"}");
        var karin = new Person(Optional.empty(), List.of("Karin Ek"));
        PersonInTray people = house.people(ANNA);
        PersonPlace place = people.find(karin).places().get(0);
        assertThat(people.copy(karin, place.id())).containsValue("{\"words\":\"Karin Ek ringde\"}");
        PersonInTray.Found hidden =
                house.people(Caller.anonymous(Locale.ENGLISH)).find(karin);
        assertThat(hidden.places()).isEmpty();
        assertThat(hidden.hidden()).containsExactly(place.id());
        assertThat(people.erase(karin, place.id(), place.version())).isEqualTo(PersonInTray.Outcome.ERASED);
        assertThat(people.erase(karin, place.id(), place.version())).isEqualTo(PersonInTray.Outcome.GONE);
        assertThat(house.tray.text(only())).contains("ringde").doesNotContain("Karin");
    }

    @Test
    void ofSomethingHugeTheBeginningIsKept() {
        house.take(feed, "{\"x\":\"" + "å".repeat(300_000) + "\"}");
        TrayItem item = only();
        assertThat(item.whole()).isFalse();
        assertThat(house.tray.text(item)).hasSize(TrayTable.LONGEST_TEXT);
        assertThat(status(() -> house.tray.retry(item.id(), Optional.empty(), Optional.empty(), ANNA)))
                .isEqualTo(409);
    }

    private static int answer(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private TrayItem only() {
        assertThat(open()).hasSize(1);
        return open().get(0);
    }

    private List<TrayItem> open() {
        return house.tray.page(TrayState.OPEN, Optional.empty(), Optional.empty(), 10);
    }

    private static int status(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).status();
    }
}
