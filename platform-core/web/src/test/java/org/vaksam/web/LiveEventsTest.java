package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaksam.spi.journal.JournalFollower.State;
import org.vaksam.testkit.Waiting;

/** Live events follow the journal without a gap and show each caller only what is theirs. */
@Timeout(30)
class LiveEventsTest {
    private static final String[] ANNA = {"Authorization", "Bearer anna:incidents:report:read"};
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private BufferedReader listen(String... headers) throws Exception {
        HttpResponse<java.io.InputStream> response = server.client.send(
                server.request("/api/events").headers(headers).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next message; heartbeats are passed over. */
    private static List<String> next(BufferedReader stream) throws Exception {
        while (true) {
            List<String> lines = block(stream);
            if (lines.stream().anyMatch(line -> line.startsWith("event:"))) {
                return lines;
            }
        }
    }

    private static List<String> block(BufferedReader stream) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Test
    void beginsWithHelloAndContinuesWithWhatHappens() throws Exception {
        server.journal.append("incidents.report", "r1", "created");
        try (var stream = listen(ANNA)) {
            assertThat(next(stream)).contains("event: hello", "id: 1", "retry: 2000");
            server.journal.append("incidents.report", "r2", "created");
            assertThat(next(stream))
                    .contains("event: record", "id: 2")
                    .anyMatch(line -> line.contains("\"id\":\"r2\""));
        }
    }

    @Test
    void resumesWhereTheClientWas() throws Exception {
        for (int i = 1; i <= 1_000; i++) {
            server.journal.append("incidents.report", "r" + i, "created");
        }
        try (var stream = listen("Authorization", ANNA[1], "Last-Event-ID", "400")) {
            assertThat(next(stream)).contains("event: hello", "id: 400");
            for (int i = 401; i <= 1_000; i++) {
                assertThat(next(stream)).contains("id: " + i);
            }
            server.journal.append("incidents.report", "new", "created");
            assertThat(next(stream)).contains("id: 1001");
        }
    }

    @Test
    void showsOnlyWhatTheCallerMayRead() throws Exception {
        try (var stream = listen("Authorization", "Bearer bo:infosec:incident:read")) {
            next(stream);
            server.journal.append("incidents.report", "secret", "created");
            server.journal.append("account", "anna", "created");
            server.journal.append("infosec.incident", "mine", "created");
            assertThat(next(stream)).contains("id: 3");
        }
    }

    @Test
    void restrictedRecordsAreOnlyForThoseWhoMay() throws Exception {
        server.records.restricted.add("hidden");
        try (var stream = listen(ANNA);
                var trusted = listen("Authorization", "Bearer eva:incidents:report:read,incidents:report:restricted")) {
            next(stream);
            next(trusted);
            server.journal.append("incidents.report", "hidden", "record.created");
            server.journal.append("incidents.report", "plain", "record.read");
            server.journal.append("incidents.report", "plain", "record.changed");
            assertThat(next(stream)).contains("id: 3");
            assertThat(next(trusted)).contains("id: 1");
            assertThat(next(trusted)).contains("id: 3");
        }
    }

    @Test
    void recordsOfOtherUnitsAreNotHeardOf() throws Exception {
        server.records.units.put("below", "class");
        server.records.units.put("beside", "park");
        try (var stream = listen("Authorization", "Bearer bo:incidents:report:read@school")) {
            next(stream);
            server.journal.append("incidents.report", "beside", "record.created");
            server.journal.append("incidents.report", "nowhere", "record.created");
            server.journal.append("incidents.report", "below", "record.created");
            assertThat(next(stream)).contains("id: 3");
        }
    }

    @Test
    void whoIsNoLongerKnownHearsNothingMore() throws Exception {
        try (var stream = listen(ANNA)) {
            next(stream);
            server.authenticator.forgotten.add("anna");
            server.journal.append("incidents.report", "r1", "record.created");
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                assertThat(line).doesNotContain("r1");
            }
        }
    }

    @Test
    void otherModulesAreToldWhenTheyAreInUseAndNotWhenTheyAreWrittenDown() throws Exception {
        try (var stream = listen(ANNA)) {
            next(stream);
            server.journal.append("module", "incidents", "installed");
            server.journal.append("incidents.report", "r1", "created");
            assertThat(next(stream)).contains("event: record");
            server.modules.changed();
            assertThat(next(stream)).contains("event: modules");
        }
    }

    @Test
    void onlyTheirPersonLearnsThatThereAreOtherNotices() throws Exception {
        try (var stream = listen(ANNA);
                var other = listen("Authorization", "Bearer bo:incidents:report:read")) {
            next(stream);
            next(other);
            server.notices.arrived("anna");
            assertThat(next(stream)).contains("event: notices", "data: {}");
            server.journal.append("incidents.report", "r1", "created");
            assertThat(next(other)).contains("event: record");
        }
    }

    @Test
    void heartbeatsTellHowFarTheClientIs() throws Exception {
        try (var stream = listen("Authorization", "Bearer bo:infosec:incident:read")) {
            next(stream);
            server.journal.append("incidents.report", "r1", "created");
            List<String> heartbeat = block(stream);
            while (!heartbeat.contains("id: 1")) {
                heartbeat = block(stream);
            }
            assertThat(heartbeat).contains(": still here");
        }
    }

    @Test
    void aFailureIsShownAndNothingIsSkippedAfterIt() throws Exception {
        try (var stream = listen(ANNA)) {
            next(stream);
            server.journal.broken = true;
            for (int i = 1; i <= 300; i++) {
                server.journal.append("incidents.report", "r" + i, "created");
            }
            Waiting.until(() -> server.follower().state().failure().isPresent(), "the live events");
            assertThat(server.follower().state().position()).isZero();

            server.journal.broken = false;
            server.follower().resume();
            for (int i = 1; i <= 300; i++) {
                assertThat(next(stream)).contains("id: " + i);
            }
            Waiting.until(() -> server.follower().state().equals(new State(300, Optional.empty())), "the live events");
        }
    }

    @Test
    void strangersAreRefused() throws Exception {
        assertThat(server.get("/api/events").statusCode()).isEqualTo(401);
    }

    @Test
    void theOldestEndsWhenOneCallerHasTooMany() throws Exception {
        BufferedReader other = listen("Authorization", "Bearer bo:x");
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            streams.add(listen(ANNA));
            next(streams.get(i));
        }
        while (streams.get(0).readLine() != null) {
            // heartbeats on their way
        }
        server.journal.append("incidents.report", "r1", "created");
        for (BufferedReader stream : streams.subList(1, 9)) {
            assertThat(next(stream)).contains("event: record");
            stream.close();
        }
        next(other);
        other.close();
    }

    @Test
    void endWhenTheGatewayGoes() throws Exception {
        var stream = listen(ANNA);
        next(stream);
        server.assembled.close();
        while (stream.readLine() != null) {
            // heartbeats on their way
        }
        assertThat(server.assembled.metrics().streams()).isZero();
    }
}
