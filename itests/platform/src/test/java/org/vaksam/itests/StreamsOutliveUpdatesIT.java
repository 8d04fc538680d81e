package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Who listens to what happens is not cut off by an update, and misses nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamsOutliveUpdatesIT {
    private static final String THEFT =
            "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"occurredAt\":\"2026-11-20T10:00:00Z\"}";

    private final Distribution vaksam = Work.distribution(getClass());
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Rest rest = Rest.anonymous(vaksam.url());

    @BeforeAll
    void start() {
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
    }

    @AfterAll
    void stop() {
        vaksam.close();
    }

    @Test
    void anOpenStreamGoesOnWithoutAGap() throws Exception {
        var request = HttpRequest.newBuilder(vaksam.url().resolve("/api/events"))
                .header("Authorization", "Bearer " + rest.token())
                .build();
        try (Stream<String> stream =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            var reader = new Thread(() -> read(stream), "events");
            reader.setDaemon(true);
            reader.start();
            Waiting.until(() -> lines.contains("event: hello") || lines.contains("event:hello"), "the greeting");
            var versions = new IncidentVersions(vaksam);
            List<String> made = new ArrayList<>();
            made.add(report());
            rest.install(versions.next());
            made.add(report());
            rest.post("/api/modules/incidents/rollback", "{}").expect(200);
            made.add(report());

            Waiting.until(() -> told().containsAll(made), "every report in the one stream");
            assertThat(told()).containsExactlyElementsOf(made);
            assertThat(positions()).isSorted().doesNotHaveDuplicates();
            assertThat(reader.isAlive()).isTrue();
        }
    }

    private void read(Stream<String> stream) {
        try {
            stream.forEach(lines::add);
        } catch (java.io.UncheckedIOException e) {
            lines.add("the stream ended: " + e.getMessage());
        }
    }

    private String report() {
        return rest.post("/api/incidents/reports", THEFT)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Ids of the records that the stream told of. */
    private List<String> told() {
        return lines.stream()
                .filter(line -> line.startsWith("data:") && line.contains("record.created"))
                .map(line -> line.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private List<Long> positions() {
        return lines.stream()
                .filter(line -> line.startsWith("data:") && line.contains("record.created"))
                .map(line -> Long.valueOf(line.replaceFirst(".*\"position\":(\\d+).*", "$1")))
                .toList();
    }
}
