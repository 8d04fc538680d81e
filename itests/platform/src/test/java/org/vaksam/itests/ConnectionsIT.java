package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;

/** What belongs together among the police events of a town is proposed with reasons, connected, merged, and taken apart again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String TOWN = "Helsingborg";
    private static final int EVENTS = 400;

    private static final List<Integer> AROUND = List.of(1, 1, 1);
    private static final List<Integer> NOTHING = List.of(0, 0, 0);

    private final Path work = Work.folder(getClass());
    private final Distribution vaksam = Work.distribution(work.resolve("vaksam"));
    private Rest rest = Rest.anonymous(vaksam.url());

    @BeforeAll
    void start() throws IOException {
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.importFile("incidents.police-events", events());
    }

    @AfterAll
    void stop() {
        vaksam.close();
    }

    @Test
    void eventsOfATownAreProposedConnectedMergedAndTakenApart() throws IOException {
        String one = "";
        JsonNode proposal = null;
        for (JsonNode record : list("?sort=-occurredAt&limit=30")) {
            one = record.path("id").asText();
            JsonNode proposals = get("/api/records/" + one + "/proposals").path("items");
            if (!proposals.isEmpty()) {
                proposal = proposals.path(0);
                break;
            }
        }
        assertThat(proposal).isNotNull();
        assertThat(proposal.path("reasons").toString()).contains("\"kind\":\"place\"");
        String other = proposal.at("/record/id").asText();

        rest.post("/api/records/" + one + "/links", "{\"relation\":\"same-series\",\"record\":\"" + other + "\"}")
                .expect(201);
        rest.post("/api/records/" + other + "/links", "{\"relation\":\"same-series\",\"record\":\"" + one + "\"}")
                .expect(200);
        assertThat(get("/api/records/" + one + "/proposals").toString()).doesNotContain(other);
        assertThat(get("/api/records/" + other + "/links")
                        .at("/items/0/record/id")
                        .asText())
                .isEqualTo(one);

        rest.post("/api/comments", "{\"record\":\"" + other + "\",\"text\":\"Samma händelse?\"}")
                .expect(201);
        rest.post("/api/actions", "{\"record\":\"" + other + "\",\"title\":\"Ring polisen\"}")
                .expect(201);
        rest.upload("/api/documents?record=" + other + "&name=lista.txt", note(), "application/octet-stream")
                .expect(201);

        int open = total("?phase=open");
        String hash =
                get("/api/records/" + other + "/merge?into=" + one).path("hash").asText();
        String order = "{\"into\":\"" + one + "\",\"hash\":\"" + hash + "\",\"reason\":\"Samma\"}";
        rest.post("/api/records/" + other + "/merge", order).expect(200);
        assertThat(total("?phase=open")).isEqualTo(open - 1);
        assertThat(total("?merged=true")).isEqualTo(1);
        assertThat(get("/api/records/" + other + "/merge").at("/merged/into/id").asText())
                .isEqualTo(one);
        rest.patch(REPORTS + "/" + other, "{\"title\":\"x\"}", "If-Match", "*").expect(409);
        assertThat(around(one)).isEqualTo(AROUND);
        assertThat(around(other)).isEqualTo(NOTHING);

        rest.delete("/api/records/" + other + "/merge?reason=Fel", "If-Match", "*")
                .expect(204);
        assertThat(total("?merged=true")).isZero();
        assertThat(around(one)).isEqualTo(NOTHING);
        assertThat(around(other)).isEqualTo(AROUND);
        assertThat(total("?phase=open")).isEqualTo(open);
        assertThat(get(REPORTS + "/" + other + "/history").toString())
                .contains("record.linked", "record.merged", "record.unmerged");
    }

    /** How many comments, actions and documents a record has. */
    private List<Integer> around(String record) {
        return List.of(
                get("/api/comments?record=" + record).path("items").size(),
                get("/api/actions?record=" + record).path("items").size(),
                get("/api/documents?record=" + record).path("items").size());
    }

    private Path note() throws IOException {
        return Files.writeString(work.resolve("lista.txt"), "En lista");
    }

    private Path events() throws IOException {
        Path real = PoliceEvents.real().orElse(null);
        if (real == null) {
            return PoliceEvents.generated(work.resolve("events.jsonl.gz"), EVENTS);
        }
        List<String> town = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(real)), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains(TOWN)).limit(EVENTS).forEach(town::add);
        }
        Path file = work.resolve("town.jsonl.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(String.join("\n", town));
        }
        return file;
    }

    private JsonNode list(String query) {
        return get(REPORTS + query).path("items");
    }

    private int total(String query) {
        return get(REPORTS + query).path("total").asInt();
    }

    private JsonNode get(String address) {
        return rest.get(address).expect(200).json();
    }
}
