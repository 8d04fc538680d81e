package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** Whatever a stranger sends: the right problem, nothing stored, nothing executed. */
class BadInputIT {
    private static final String REPORTS = "/api/incidents/reports";

    private static Distribution vaksam;
    private static Rest rest;
    private long before;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(BadInputIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"Finns redan\"}").expect(201);
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @BeforeEach
    void count() {
        before = total();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(total()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"theft\",\"title\":7}                                | 422 | title",
                "{\"kind\":\"theft\",\"title\":\"x\",\"severity\":\"high\"}      | 422 | severity",
                "{\"kind\":\"theft\",\"title\":\"x\",\"severity\":9}             | 422 | severity",
                "{\"kind\":\"theft\",\"title\":\"x\",\"occurredAt\":\"31 nov\"}  | 422 | occurredAt",
                "{\"kind\":\"theft\",\"title\":\"x\",\"occurredAt\":\"2026-02-30T10:00:00Z\"} | 422 | occurredAt",
                "{\"kind\":\"theft\",\"title\":\"x\",\"colour\":\"red\"}         | 422 | colour",
                "{\"kind\":\"theft\",\"title\":\"x\",\"fields\":{\"nix\":1}}     | 422 | fields.nix",
                "{\"kind\":\"unheard-of\",\"title\":\"x\"}                       | 422 | kind",
                "{\"kind\":\"theft\"}                                            | 422 | title",
                "{\"kind\":\"theft\",\"title\":\"x\",\"place\":{\"latitude\":95,\"longitude\":1}} | 422 | place.latitude",
                "{}                                                              | 422 | kind",
            })
    void wrongFieldsAreNamed(String body, int status, String field) {
        Answer answer = rest.post(REPORTS, body).expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").findValuesAsText("field")).contains(field);
    }

    @Test
    void brokenJsonIsNotUnderstood() {
        assertThat(rest.post(REPORTS, "{\"kind\":").expect(400).problem()).isEqualTo("bad-request");
        assertThat(rest.post(REPORTS, "[1,2]").status()).isIn(400, 422);
        assertThat(rest.post(REPORTS, "").status()).isIn(400, 422);
        assertThat(rest.post(REPORTS, "[".repeat(100_000)).expect(400).problem())
                .isEqualTo("bad-request");
    }

    @Test
    void tenMegabytesAreTooMuch() {
        String body = "{\"kind\":\"theft\",\"title\":\"" + "x".repeat(10_000_000) + "\"}";
        assertThat(rest.post(REPORTS, body).expect(413).problem()).isEqualTo("too-large");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertThat(rest.post(REPORTS, "a=b", "Content-Type", "text/plain")
                        .expect(415)
                        .problem())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void whoIsNotKnownOrNotPermittedGetsNothing() {
        var nobody = Rest.anonymous(vaksam.url());
        assertThat(nobody.get(REPORTS).expect(401).problem()).isEqualTo("not-signed-in");
        assertThat(nobody.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"x\"}").status())
                .isEqualTo(401);
        assertThat(nobody.get("/api/modules").status()).isEqualTo(401);
        String token = rest.post("/api/tokens", "{\"name\":\"reader\",\"permissions\":[\"incidents:report:read\"]}")
                .expect(201)
                .json()
                .path("token")
                .asText();
        var reader = Rest.with(vaksam.url(), token);
        reader.get(REPORTS).expect(200);
        assertThat(reader.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"x\"}")
                        .expect(403)
                        .problem())
                .isEqualTo("forbidden");
        assertThat(reader.get("/api/modules").expect(403).problem()).isEqualTo("forbidden");
        assertThat(Rest.with(vaksam.url(), "made-up").get(REPORTS).status()).isEqualTo(401);
    }

    @Test
    void unknownParametersAndBrokenFiltersAreRefused() {
        assertThat(rest.get(REPORTS + "?colour=red").expect(400).problem()).isEqualTo("unknown-parameter");
        assertThat(rest.get(REPORTS + "?limit=100000").expect(400).problem()).isEqualTo("bad-request");
        assertThat(rest.get(REPORTS + "?cursor=nonsense").expect(400).problem()).isEqualTo("bad-request");
        assertThat(rest.get(REPORTS + "?occurredAt=sometime").expect(400).problem())
                .isEqualTo("bad-request");
        assertThat(rest.get(REPORTS + "?bbox=1,2").expect(400).problem()).isEqualTo("bad-request");
        rest.get(REPORTS + "?q=%22%28%2A%5B%21").expect(200);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(rest.get(REPORTS + "/00000000-0000-7000-8000-000000000000")
                        .expect(404)
                        .problem())
                .isEqualTo("not-found");
        assertThat(rest.get(REPORTS + "/..%2f..%2fetc%2fpasswd").status()).isIn(400, 404);
        rest.get("/console/..%2f..%2fetc%2fpasswd");
        assertThat(rest.get("/api/nothing-here").status()).isEqualTo(404);
    }

    /** SQL, script and templates are text like any other. */
    @Test
    void textIsOnlyText() {
        for (String text : List.of(
                "'; DROP TABLE record; --", "<script>alert(1)</script>", "${jndi:ldap://127.0.0.1/x}", "{{7*7}}")) {
            String json = text.replace("\\", "\\\\").replace("\"", "\\\"");
            Answer made = rest.post(
                            REPORTS,
                            "{\"kind\":\"theft\",\"title\":\"" + json + "\",\"description\":\"" + json
                                    + "\",\"category\":\"" + json + "\"}")
                    .expect(201);
            assertThat(made.json().path("title").asText()).isEqualTo(text);
            assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
            String id = made.json().path("id").asText();
            rest.delete(REPORTS + "/" + id, "If-Match", made.header("ETag")).expect(204);
        }
    }

    @Test
    void staleChangesAndRepeatedKeysAreSaid() {
        String body = "{\"kind\":\"theft\",\"title\":\"En gång\"}";
        Answer first = rest.post(REPORTS, body, "Idempotency-Key", "abc-1").expect(201);
        String address = REPORTS + "/" + first.json().path("id").asText();
        Answer again = rest.post(REPORTS, body, "Idempotency-Key", "abc-1").expect(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(rest.post(REPORTS, body.replace("gång", "annan"), "Idempotency-Key", "abc-1")
                        .expect(422)
                        .problem())
                .isEqualTo("idempotency-mismatch");
        assertThat(rest.patch(address, "{\"title\":\"Två\"}").expect(428).problem())
                .isEqualTo("precondition-required");
        Answer changed = rest.patch(address, "{\"title\":\"Två\"}", "If-Match", first.header("ETag"))
                .expect(200);
        assertThat(rest.patch(address, "{\"title\":\"Tre\"}", "If-Match", first.header("ETag"))
                        .expect(412)
                        .problem())
                .isEqualTo("stale");
        assertThat(rest.post(address + "/transitions/close", "{\"reason\":\"x\"}")
                        .status())
                .isIn(409, 422);
        rest.delete(address, "If-Match", changed.header("ETag")).expect(204);
        rest.get(address).expect(404);
    }

    @Test
    void messagesComeInTheReadersLanguage() {
        String swedish = rest.post(REPORTS, "{\"kind\":\"theft\"}", "Accept-Language", "sv")
                .expect(422)
                .text();
        assertThat(swedish.toLowerCase(Locale.ROOT)).contains("inget har sparats");
    }

    private static long total() {
        return rest.get(REPORTS + "?limit=1").expect(200).json().path("total").asLong();
    }
}
