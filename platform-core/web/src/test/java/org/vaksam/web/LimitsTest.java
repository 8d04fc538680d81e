package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is too much is refused; what every answer carries is there. */
class LimitsTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        server.serve("sample", new Samples.Things(server.authenticator));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static HttpRequest.Builder upload(String path, String type, HttpRequest.BodyPublisher body) {
        return server.request(path)
                .header("Content-Type", type)
                .header("Authorization", "Bearer anna:x")
                .POST(body);
    }

    /** Only announces it: whoever sends it all may lose the answer when the server hangs up. */
    @Test
    void aBodyThatAnnouncesItselfAsTooLarge() throws Exception {
        String answer = server.raw(
                "POST /api/sample/things",
                "Authorization: Bearer anna:x",
                "Content-Type: application/json",
                "Content-Length: " + (1024 * 1024 + 1));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:vaksam:problem:too-large");
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIs() throws Exception {
        byte[] text = ("{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}").getBytes("UTF-8");
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text));
        var response = server.send(upload("/api/sample/things", "application/json", body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    }

    @Test
    void aMethodMayTakeMore() throws Exception {
        var path = "/api/sample/things/large";
        var fits = HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]);
        assertThat(server.send(upload(path, "application/octet-stream", fits)).body())
                .contains("3000000");
        var tooMuch = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3_000_001]));
        assertThat(server.send(upload(path, "application/octet-stream", tooMuch))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anAddressThatIsTooLong() throws Exception {
        var response = server.get("/api/sample/things/1?q=" + "x".repeat(8 * 1024));
        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(response.body()).contains("problem:address-too-long");
    }

    @Test
    void namesOfRequests() throws Exception {
        assertThat(server.get("/api/sample/things/1", "X-Request-Id", "client-chosen.1")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("client-chosen.1");
        assertThat(server.get("/api/sample/things/1", "X-Request-Id", "a<script>b")
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .doesNotContain("script")
                .hasSizeGreaterThan(8);
    }

    @Test
    void theThreadKnowsWhoAsksAndWhere() throws Exception {
        var response =
                server.get("/api/sample/things/who", "Authorization", "Bearer anna:x", "X-Request-Id", "12345678");
        assertThat(response.body())
                .contains("\"caller\":\"anna\"", "\"module\":\"sample\"", "\"request\":\"12345678\"");
        assertThat(server.authenticator.bound()).isEmpty();
    }

    @Test
    void headersOfEveryAnswer() throws Exception {
        for (String path : new String[] {"/api/sample/things/1", "/api/nowhere", "/elsewhere", "/"}) {
            var headers = server.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }
}
