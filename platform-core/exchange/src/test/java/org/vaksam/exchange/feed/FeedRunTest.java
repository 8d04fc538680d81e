package org.vaksam.exchange.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.health.Health;
import org.vaksam.exchange.Imports;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.testkit.TestDatabase;

/** An address is asked politely, and what does not work is said. */
class FeedRunTest {
    private static TestDatabase database;

    private FeedHouse house;
    private FeedRun run;
    private HttpServer server;
    private Feed feed;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String content = "[{\"id\":1}]";
    private volatile int status = 200;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = TestDatabase.derby(data).migrate("exchange", Imports.class);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        house = new FeedHouse(database);
        run = house.run(folder, true);
        feed = house.feed(
                "source",
                "http",
                "address",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        house.runs(run, feed);
        house.runs(run, feed);
        content = "[{\"id\":1},{\"id\":2}]";
        house.runs(run, feed);
        assertThat(asked).containsExactly("200", "304", "200");
        assertThat(house.counts(feed)).isEqualTo(new Counts(3, 2, 1, 0, 0, 0));
        assertThat(state().lastSuccess()).contains(house.clock.instant());
    }

    @Test
    void aTurnIsTakenOnce() {
        house.clock.advance(Duration.ofHours(2));
        var row = house.feeds.get(feed.id());
        run.run(row);
        run.run(row);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aClockThatJumpsLetsNoFeedWaitForYears() {
        assertThat(isDue()).isTrue();
        house.clock.advance(Duration.ofDays(3650));
        run.run(house.feeds.get(feed.id()));
        assertThat(isDue()).isFalse();
        house.clock.advance(Duration.ofDays(-3650));
        assertThat(isDue()).isTrue();
        run.run(house.feeds.get(feed.id()));
        assertThat(isDue()).isFalse();
        house.clock.advance(feed.every());
        assertThat(isDue()).isTrue();
    }

    private boolean isDue() {
        return house.feeds.get(feed.id()).isDue(house.clock.instant());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void whatDoesNotWorkIsTriedAgainLaterAndLater(int answered) {
        status = answered;
        house.runs(run, feed);
        assertThat(state().failure().orElseThrow().en()).contains(Integer.toString(answered));
        assertThat(state().nextRun())
                .isEqualTo(house.clock.instant().plus(feed.every().multipliedBy(2)));
        house.runs(run, feed);
        house.runs(run, feed);
        assertThat(state().failures()).isEqualTo(3);
        Health health = FeedHealth.of(house.feeds.all(), house.intake::reads, house.clock.instant());
        assertThat(health.status()).isEqualTo(Health.Status.WARN);
        assertThat(health.message().en()).startsWith("Things does not work: The address");
        status = 200;
        house.runs(run, feed);
        assertThat(state().failures()).isZero();
        assertThat(house.actions()).containsSubsequence("feed.failed", "feed.recovered");
        assertThat(FeedHealth.of(house.feeds.all(), house.intake::reads, house.clock.instant())
                        .status())
                .isEqualTo(Health.Status.OK);
    }

    @Test
    void tooMuchIsNotRead() {
        content = "[" + " ".repeat(Arrivals.LARGEST) + "]";
        house.runs(run, feed);
        assertThat(state().failure().orElseThrow().en()).contains("larger");
        assertThat(house.counts(feed)).isEqualTo(Counts.NONE);
    }

    @Test
    void nobodyAnswers() {
        server.stop(0);
        house.runs(run, feed);
        assertThat(state().failure().orElseThrow().en()).startsWith("The address does not answer");
    }

    @Test
    void neighboursAreNotAskedUnlessAllowed(@TempDir Path folder) {
        house.runs(house.run(folder, false), feed);
        assertThat(state().failure().orElseThrow().en()).contains("private network");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "fd00::1",
                "100.64.0.1",
                "0.0.0.0"
            })
    void neighbours(String address) throws IOException {
        assertThat(HttpSource.isNeighbour(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void othersAreNone() throws IOException {
        assertThat(HttpSource.isNeighbour(InetAddress.getByName("192.0.2.1"))).isFalse();
        assertThat(HttpSource.isNeighbour(InetAddress.getByName("2001:db8::1"))).isFalse();
    }

    @Test
    void silenceIsNoticed() {
        Feed quiet = house.feed("name", "Quiet", "silentSeconds", 3_600);
        house.take(quiet, "{\"id\":1}");
        assertThat(health()).isEqualTo(Health.Status.OK);
        house.clock.advance(Duration.ofMinutes(61));
        assertThat(health()).isEqualTo(Health.Status.WARN);
        house.take(quiet, "{\"id\":1}");
        assertThat(health()).as("nothing new").isEqualTo(Health.Status.WARN);
        house.take(quiet, "{\"id\":2}");
        assertThat(health()).isEqualTo(Health.Status.OK);
    }

    @Test
    void aFeedWithoutItsModuleIsNamed() {
        house.modules.live(false);
        assertThat(FeedHealth.of(house.feeds.all(), house.intake::reads, house.clock.instant())
                        .message()
                        .en())
                .isEqualTo("Things waits for the module things, which is not running.");
    }

    @Test
    void thePauseIsAnHourAtMost() {
        assertThat(FeedRun.pause(Duration.ofSeconds(5), 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(FeedRun.pause(Duration.ofSeconds(60), 900)).isEqualTo(Duration.ofHours(1));
        assertThat(FeedRun.pause(Duration.ofHours(6), 3)).isEqualTo(Duration.ofHours(6));
    }

    private Health.Status health() {
        return FeedHealth.of(house.feeds.all(), house.intake::reads, house.clock.instant())
                .status();
    }

    private FeedState state() {
        return house.feeds.get(feed.id()).state();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String tag = "\"" + content.hashCode() + "\"";
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        int code = same && status == 200 ? 304 : status;
        asked.add(Integer.toString(code));
        exchange.getResponseHeaders().add("ETag", tag);
        if (code == 302) {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/secret");
        }
        byte[] body = content.getBytes(UTF_8);
        exchange.sendResponseHeaders(code, code == 304 ? -1 : body.length);
        if (code != 304) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
