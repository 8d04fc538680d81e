package org.vaksam.testkit.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Speaks to the platform's REST as one caller. Any thread. */
final class PlatformClient {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back; the body is a missing node when it is no JSON. */
    record Reply(int status, JsonNode body, String text) {
        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("Expected " + wanted + " but the platform answered " + status + ": " + text);
            }
            return this;
        }
    }

    private final URI base;
    private final Map<String, String> headers;

    private PlatformClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Nobody in particular. */
    static PlatformClient anonymous(URI base) {
        return new PlatformClient(base, Map.of());
    }

    /** Nobody in particular, at the same platform. */
    PlatformClient anonymous() {
        return anonymous(base);
    }

    /** Whoever may read the data directory. */
    PlatformClient operator(Path data) throws IOException {
        String key = Files.readString(data.resolve("run/operator.key")).strip();
        JsonNode made = bearer(key)
                .post("/api/tokens", "{\"name\":\"tck\",\"permissions\":[\"*\"]}")
                .expect(201)
                .body();
        return bearer(made.path("token").asText());
    }

    /** A new account that has no role, signed in. */
    PlatformClient nobody() {
        String password = "nobody has this one";
        post(
                        "/api/accounts",
                        "{\"username\":\"nobody\",\"name\":\"Nobody\",\"password\":\"" + password + "\",\"roles\":[]}")
                .expect(201);
        var request = request("/api/session")
                .POST(BodyPublishers.ofString("{\"username\":\"nobody\",\"password\":\"" + password + "\"}"))
                .header("Content-Type", "application/json");
        HttpResponse<String> answer = send(request.build());
        String csrf = reply(answer).expect(200).body().path("csrf").asText();
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
        return new PlatformClient(base, Map.of("Cookie", cookie, "X-CSRF-Token", csrf));
    }

    Reply get(String path) {
        return reply(send(request(path).GET().build()));
    }

    Reply post(String path, String json) {
        return call("POST", path, json);
    }

    /** Any method with a JSON body, or none when it is empty, as for the first version of whatever it changes. */
    Reply call(String method, String path, String json) {
        BodyPublisher body = json.isEmpty() || method.equals("GET") || method.equals("DELETE")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(json);
        return reply(send(request(path)
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .build()));
    }

    /** Sends a module file to be planned. */
    Reply plan(Path file) throws IOException {
        return reply(send(request("/api/modules/plan")
                .POST(BodyPublishers.ofFile(file))
                .header("Content-Type", "application/java-archive")
                .build()));
    }

    /** Waits until the platform says that it is ready; it holds early requests itself. */
    void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reply last = get("/health/ready");
        while (last.status() != 200 && System.nanoTime() < end) {
            last = get("/health/ready");
        }
        last.expect(200);
    }

    private PlatformClient bearer(String token) {
        return new PlatformClient(base, Map.of("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
        headers.forEach(request::header);
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(HttpResponse<String> answer) {
        try {
            JsonNode body = answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Reply(answer.statusCode(), body, answer.body());
        } catch (JsonProcessingException e) {
            return new Reply(answer.statusCode(), MissingNode.getInstance(), answer.body());
        }
    }
}
