package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** One person is found, handed out and erased while the module of the records is missing; the journal holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String NAME = "Åsa Öberg";
    private static final String WORDS = "{\"words\":[\"" + NAME + "\",\"19800102-1234\"]}";
    private static final String PERSON = WORDS.replace("}", ",\"account\":\"asa\"}");

    private static PostgreSqlServer server;
    private static Distribution vaksam;
    private static Rest rest;
    private static String report = "";
    private static String held = "";
    private static String deleted = "";
    private static String erasure = "";

    @BeforeAll
    static void aModuleThatIsGone() {
        server = new PostgreSqlServer();
        vaksam = Work.distribution(PersonIT.class);
        server.configure(vaksam);
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.post(
                        "/api/accounts",
                        "{\"username\":\"asa\",\"name\":\"" + NAME
                                + "\",\"password\":\"fyra gröna hästar på rad\",\"roles\":[]}")
                .expect(201);
        report = report("Stulen cykel, " + NAME, "Ringde om 800102-1234");
        held = report(NAME + " hotad", "");
        deleted = report(NAME + "s väska", "");
        report("Stulen cykel, Bo Ek", "");
        rest.put("/api/retention/holds/" + held, "{\"reason\":\"Tvist\"}").expect(200);
        rest.delete(REPORTS + "/" + deleted, "If-Match", "*").expect(204);
        rest.delete("/api/modules/incidents?data=keep").expect(200);
    }

    @AfterAll
    static void stop() {
        vaksam.close();
        server.close();
    }

    @Test
    @Order(1)
    void isFoundEverywhereAndHandedOut() throws IOException, InterruptedException {
        JsonNode found = search(PERSON);

        assertThat(found.path("missing")).isEmpty();
        assertThat(items(found, "accounts")).hasSize(1);
        assertThat(ids(found, "journal")).contains("incidents.report/" + deleted);
        assertThat(ids(found, "records")).containsExactlyInAnyOrder(report, held);
        items(found, "records").forEach(place -> {
            assertThat(place.path("dormant").asBoolean()).isTrue();
            assertThat(place.path("kept").isObject())
                    .isEqualTo(place.path("id").asText().equals(held));
        });
        assertThat(exported())
                .contains("Stulen cykel, " + NAME, "fields", "asa")
                .doesNotContain("Bo Ek");
    }

    @Test
    @Order(2)
    void isErasedAsConfirmedAlsoWhenThePlatformDies() {
        String hash = search(PERSON).path("hash").asText();
        rest.post("/api/persons/erasures", confirmed("0".repeat(64))).expect(409);
        erasure = rest.post("/api/persons/erasures", confirmed(hash))
                .expect(202)
                .json()
                .path("id")
                .asText();
        vaksam.kill();
        vaksam.start();
        Waiting.until(() -> protocol().path("endedAt").isTextual(), "the erasure");

        assertThat(protocol().path("items").findValuesAsText("outcome"))
                .hasSizeGreaterThan(2)
                .containsOnly("erased");
        assertThat(protocol().toString()).doesNotContain("Öberg");
        JsonNode left = search(WORDS);
        assertThat(items(left, "accounts")).isEmpty();
        assertThat(ids(left, "records")).containsExactly(held);
    }

    @Test
    @Order(3)
    void nothingIsLeftInTablesIndexHistoryAndLogs() throws IOException {
        String others = " AND id <> '" + held + "'";
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.record WHERE (title || description || fields) LIKE '%Öberg%'"
                        + others))
                .isZero();
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.record WHERE description LIKE '%800102%'"))
                .isZero();
        assertThat(server.sql(
                        "SELECT COUNT(*) FROM vaksam.journal WHERE data LIKE '%Öberg%' AND subject <> '" + held + "'"))
                .isZero();
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.account WHERE name LIKE '%Öberg%' OR username = 'asa'"))
                .isZero();
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.person_erasure WHERE person <> ''"))
                .isZero();
        assertThat(rest.get("/api/records/" + report).expect(200).text())
                .contains("Stulen cykel, […]")
                .doesNotContain("Öberg", "800102");
        rest.install("incidents");
        assertThat(rest.get(REPORTS + "/" + report + "/history").expect(200).text())
                .doesNotContain("Öberg", "800102");
        Waiting.until(
                () -> !rest.get(REPORTS + "?q=%C3%96berg").expect(200).text().contains(report), "the index to forget");
        try (Stream<Path> files = Files.walk(vaksam.data().resolve("log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("19800102");
            }
        }
    }

    @Test
    @Order(4)
    void theJournalHolds() {
        var verified = vaksam.command("journal", "verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.journal WHERE action LIKE 'person.%'"))
                .isGreaterThan(4);
    }

    private static JsonNode search(String person) {
        return rest.post("/api/persons/search", person).expect(200).json();
    }

    private static JsonNode protocol() {
        return rest.get("/api/persons/erasures/" + erasure).expect(200).json();
    }

    private static String confirmed(String hash) {
        return PERSON.replace("}", ",\"hash\":\"" + hash + "\"}");
    }

    private static List<String> ids(JsonNode found, String source) {
        return items(found, source).findValuesAsText("id");
    }

    private static JsonNode items(JsonNode found, String source) {
        for (JsonNode one : found.path("sources")) {
            if (one.path("name").asText().equals(source)) {
                return one.path("items");
            }
        }
        throw new AssertionError("No source " + source + " in " + found);
    }

    private static String exported() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(rest.base().resolve("/api/persons/export"))
                .header("Authorization", "Bearer " + rest.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PERSON))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String report(String title, String description) {
        return rest.post(
                        REPORTS,
                        "{\"kind\":\"theft\",\"title\":\"" + title + "\",\"description\":\"" + description + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
