package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** An area leaves with all its data in one file, and comes back out of it as it was: here and on another platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String ARCHIVES = "/api/modules/archives";
    private static final int EVENTS = 300;

    private final Path work = Work.folder(getClass());
    private final Distribution vaksam = Work.distribution(work.resolve("vaksam"));
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
    void everythingComesBack() throws IOException {
        String anna = "{\"username\":\"anna\",\"name\":\"Anna Ek\",\"password\":\"fyra gröna hästar\","
                + "\"roles\":[\"incidents:handler\"]}";
        JsonNode roles = rest.get("/api/roles").expect(200).json();
        rest.post("/api/accounts", anna.replace("incidents:handler", someRole(roles)))
                .expect(201);
        rest.importFile("incidents.police-events", PoliceEvents.generated(work.resolve("events.jsonl.gz"), EVENTS));
        String made = rest.post(
                        REPORTS, "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"assignee\":\"anna\",\"severity\":3}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        rest.patch(REPORTS + "/" + made, "{\"description\":\"Vid sjön\"}", "If-Match", "\"1\"")
                .expect(200);
        Map<String, JsonNode> records = records(rest);
        JsonNode accounts = rest.get("/api/accounts?limit=200").expect(200).json();
        String definition = rest.get(REPORTS + "/definition").expect(200).text();

        rest.delete("/api/modules/incidents?data=export&confirm=incidents").expect(200);
        rest.get(REPORTS).expect(404);
        rest.get("/api/records/" + made).expect(404);
        Path archive = fetch();

        assertThat(rest.install(archive).path("ok").asBoolean()).isTrue();
        awaitTotal(rest, EVENTS + 1);
        assertThat(records(rest)).isEqualTo(records).hasSize(EVENTS + 1);
        assertThat(rest.get("/api/accounts?limit=200").expect(200).json()).isEqualTo(accounts);
        assertThat(rest.get(REPORTS + "/definition").expect(200).text()).isEqualTo(definition);
        assertThat(rest.get(REPORTS + "/" + made + "/history").expect(200).text())
                .contains("record.restored", "record.changed");
        assertThat(rest.get("/api/search?q=cykel")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        String next = rest.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"Nästa\"}")
                .expect(201)
                .json()
                .path("number")
                .asText();
        assertThat(records.values())
                .noneMatch(record -> record.path("number").asText().equals(next));

        assertThat(rest.plan(archive).expect(200).text()).contains("cannot be mixed");
        elsewhere(archive, records);
    }

    private void elsewhere(Path archive, Map<String, JsonNode> records) {
        try (var other = Work.distribution(work.resolve("other")).start()) {
            Rest there = other.rest();
            assertThat(there.plan(archive).expect(200).json().path("problems").toString())
                    .contains("not here: anna");
            there.post(
                            "/api/accounts",
                            "{\"username\":\"anna\",\"name\":\"Anna\",\"password\":\"fyra gröna hästar\","
                                    + "\"roles\":[]}")
                    .expect(201);
            assertThat(there.install(archive).path("ok").asBoolean()).isTrue();
            awaitTotal(there, EVENTS + 1);
            assertThat(records(there).keySet()).isEqualTo(records.keySet());
        }
    }

    private Path fetch() throws IOException {
        JsonNode archives = rest.get(ARCHIVES).expect(200).json().path("items");
        assertThat(archives).hasSize(1);
        String name = archives.path(0).path("name").asText();
        assertThat(rest.get(ARCHIVES + "/" + name).expect(200).header("Content-Disposition"))
                .contains(name);
        rest.get(ARCHIVES + "/nothing.zip").expect(404);
        return Files.copy(vaksam.data().resolve("archives").resolve(name), work.resolve(name));
    }

    private static String someRole(JsonNode roles) {
        return roles.findValuesAsText("id").stream()
                .filter(id -> id.startsWith("incidents:"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitTotal(Rest rest, int total) {
        Waiting.until(
                () -> rest.get(REPORTS).expect(200).json().path("total").asInt() == total,
                total + " records in the list");
    }

    /** Every record by its id. */
    private static Map<String, JsonNode> records(Rest rest) {
        var all = new TreeMap<String, JsonNode>();
        String cursor = "";
        do {
            JsonNode page =
                    rest.get(REPORTS + "?limit=200" + cursor).expect(200).json();
            page.path("items").forEach(item -> {
                JsonNode record = rest.get(REPORTS + "/" + item.path("id").asText())
                        .expect(200)
                        .json();
                ((ObjectNode) record).remove("transitions");
                all.put(record.path("id").asText(), record);
            });
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
