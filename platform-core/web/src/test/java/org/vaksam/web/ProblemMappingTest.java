package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every failure is a problem document with its type, and says what to do. */
class ProblemMappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ANNA = {"Authorization", "Bearer anna:sample:thing:read"};
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        server.serve("sample", new Samples.Things(server.authenticator), new Samples.Records());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String type) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode document = JSON.readTree(response.body());
        assertThat(document.path("type").asText()).isEqualTo("urn:vaksam:problem:" + type);
        assertThat(document.path("status").asInt()).isEqualTo(status);
        assertThat(document.path("instance").asText())
                .isEqualTo("urn:vaksam:request:"
                        + response.headers().firstValue("X-Request-Id").orElseThrow());
        return document;
    }

    @Test
    void aProblemThatWasThrown() throws Exception {
        JsonNode document = problem(server.get("/api/sample/things/problem"), 409, "conflict");
        assertThat(document.path("detail").asText()).isEqualTo("Upptaget");
        assertThat(document.path("owner").asText()).isEqualTo("anna");
    }

    @Test
    void inEnglishForWhoeverPrefersIt() throws Exception {
        HttpResponse<String> response =
                server.get("/api/sample/things/problem", "Accept-Language", "de, sv;q=0.2, en;q=0.8");
        assertThat(problem(response, 409, "conflict").path("detail").asText()).isEqualTo("Taken");
        assertThat(response.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void aParameterThatNobodyWouldRead() throws Exception {
        String address = "/api/sample/things?limit=1&limt=2";
        JsonNode document = problem(
                server.get(address, "Authorization", "Bearer anna:sample:thing:read"), 400, "unknown-parameter");
        assertThat(document.path("parameter").asText()).isEqualTo("limt");
        assertThat(document.path("allowed").toString()).isEqualTo("[\"limit\"]");
        assertThat(problem(server.get("/api/sample/things/1?a=b"), 400, "unknown-parameter")
                        .path("detail")
                        .asText())
                .contains("Här finns inga.");
        problem(server.get(address), 401, "not-signed-in");
    }

    @Test
    void aBugKeepsItsSecrets() throws Exception {
        HttpResponse<String> response = server.get("/api/sample/things/bug");
        problem(response, 500, "internal");
        assertThat(response.body()).doesNotContain("secret", "IllegalState", "\tat ");
    }

    @Test
    void noSuchAddressBelowAModule() throws Exception {
        problem(server.get("/api/sample/nothing/here/at/all"), 404, "not-found");
    }

    @Test
    void wrongMethodNamesTheRightOnes() throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/api/sample/things").DELETE());
        problem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    }

    @Test
    void wrongForms() throws Exception {
        problem(server.get("/api/sample/things/1", "Accept", "text/csv"), 406, "not-acceptable");
        var csv = server.request("/api/sample/things")
                .headers(ANNA)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a;b"));
        problem(server.send(csv), 415, "unsupported-media-type");
    }

    @Test
    void permissions() throws Exception {
        HttpResponse<String> stranger = server.get("/api/sample/things");
        problem(stranger, 401, "not-signed-in");
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
        JsonNode document =
                problem(server.get("/api/sample/things", "Authorization", "Bearer bo:other"), 403, "forbidden");
        assertThat(document.path("permission").asText()).isEqualTo("sample:thing:read");
        problem(server.get("/api/sample/things", "Authorization", "Bearer broken"), 401, "not-signed-in");
        assertThat(server.get("/api/sample/things", ANNA).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/sample/things", "Authorization", "Bearer root:*")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aParameterOfTheWrongType() throws Exception {
        JsonNode document = problem(server.get("/api/sample/things?limit=many", ANNA), 400, "bad-request");
        assertThat(document.at("/errors/0/field").asText()).isEqualTo("limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",               | bad-request | 400",
                "{\"name\":\"a\",\"name\":\"b\"} | bad-request | 400",
                "{\"count\":1} extra            | bad-request | 400",
                "``                              | bad-request | 400",
                "[]                              | invalid     | 422",
                "{\"name\":12}                   | invalid     | 422",
                "{\"count\":\"12\"}              | invalid     | 422",
                "{\"count\":1.5}                 | invalid     | 422",
                "{\"count\":null}                | invalid     | 422",
                "{\"at\":\"yesterday\"}          | invalid     | 422",
                "{\"colour\":\"red\"}            | invalid     | 422",
                "{\"count\":99999999999999}      | invalid     | 422",
                "{\"name\":\"a\"}                | invalid     | 422",
            })
    void jsonThatIsNotRight(String body, String type, int status) throws Exception {
        problem(server.post("/api/sample/things", body, ANNA), status, type);
    }

    @Test
    void malformedJsonIsLocated() throws Exception {
        JsonNode document =
                problem(server.post("/api/sample/things", "{\n  \"name\": oops}", ANNA), 400, "bad-request");
        assertThat(document.path("line").asInt()).isEqualTo(2);
        assertThat(document.path("column").asInt()).isPositive();
    }

    @Test
    void theFieldAtFaultIsNamed() throws Exception {
        String body = "{\"parts\":[{\"code\":\"a\",\"spare\":true},{\"code\":\"b\",\"spare\":\"perhaps\"}]}";
        JsonNode document = problem(server.post("/api/sample/things", body, ANNA), 422, "invalid");
        assertThat(document.at("/errors/0/field").asText()).isEqualTo("parts[1].spare");
        assertThat(document.at("/errors/0/detail").asText()).contains("true");
    }

    @Test
    void anUnknownMemberIsNamedTogetherWithTheKnown() throws Exception {
        JsonNode document =
                problem(server.post("/api/sample/things", "{\"count\":1,\"nmae\":\"a\"}", ANNA), 422, "invalid");
        assertThat(document.at("/errors/0/field").asText()).isEqualTo("nmae");
        assertThat(document.at("/errors/0/detail").asText()).contains("name, parts");
    }

    @Test
    void jsonThatWouldHurt() throws Exception {
        problem(server.post("/api/sample/reports", "{\"a\":" + "[".repeat(5_000), ANNA), 400, "bad-request");
        problem(server.post("/api/sample/things", "{\"cost\":" + "9".repeat(5_000) + "}", ANNA), 400, "bad-request");
    }

    @Test
    void whatIsRightIsUnderstood() throws Exception {
        HttpResponse<String> response = server.post(
                "/api/sample/things",
                "{\"name\":\"Åsa\",\"count\":2,\"at\":\"2026-11-22T16:04:05+01:00\",\"cost\":10.20}",
                ANNA);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"name\":\"Åsa\"", "\"at\":\"2026-11-22T15:04:05Z\"", "\"cost\":10.20", "\"level\":null");
    }
}
