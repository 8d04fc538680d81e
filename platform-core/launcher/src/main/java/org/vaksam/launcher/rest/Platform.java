package org.vaksam.launcher.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vaksam.launcher.cli.Failure;

/** A running platform, spoken to over REST with the launcher's token. Waits when it is told to come back later. */
public final class Platform {
    private static final String JSON = "application/json";
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Credentials credentials;

    public Platform(URI base, Credentials credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    /** The token in use; makes and keeps one on first use. */
    public String token() {
        return credentials.token().orElseGet(this::newToken);
    }

    public JsonNode get(String path) {
        return call(request(path, JSON).GET());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call(request(path, JSON).POST(Answers.body(body)));
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return call(request(path, JSON).PUT(Answers.body(body)));
    }

    /** Creates once, however often it is asked for with the same key. */
    public JsonNode create(String path, String key, Map<String, ?> body) {
        return call(request(path, JSON).header("Idempotency-Key", key).POST(Answers.body(body)));
    }

    /** Sends a file as the body. */
    public JsonNode upload(String path, Path file, String contentType) {
        return call(request(path, contentType).POST(bodyOf(file)));
    }

    /** Writes what is there into a file, as it comes. */
    public void download(String path, Path file) {
        HttpRequest request = request(path, JSON)
                .setHeader("Accept", "*/*")
                .header("Authorization", "Bearer " + token())
                .build();
        try {
            int status = http.send(request, BodyHandlers.ofFile(file)).statusCode();
            if (status != 200) {
                throw new Failure(Failure.REFUSED, "The platform answered " + status);
            }
        } catch (IOException e) {
            throw new Failure(Failure.REFUSED, "The file was not fetched: " + e.getMessage());
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    public JsonNode delete(String path) {
        return call(request(path, JSON).DELETE());
    }

    private HttpRequest.Builder request(String path, String contentType) {
        boolean swedish = System.getenv().getOrDefault("LANG", "").startsWith("sv");
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", swedish ? "sv" : "en")
                .header("Content-Type", contentType);
    }

    private JsonNode call(HttpRequest.Builder request) {
        HttpResponse<String> answer = patiently(request, token());
        if (answer.statusCode() == 401 && credentials.operatorKey().isPresent()) {
            answer = patiently(request, newToken());
        }
        return Answers.of(answer);
    }

    private String newToken() {
        String key = credentials
                .operatorKey()
                .orElseThrow(
                        () -> new Failure(
                                Failure.NOT_PERMITTED,
                                "No token and no operator key. Run this as the user that runs the platform, or set VAKSAM_TOKEN."));
        BodyPublisher wish = Answers.body(Map.of("name", "launcher", "permissions", new String[] {"*"}));
        JsonNode made = Answers.of(patiently(request("/api/tokens", JSON).POST(wish), key));
        String token = made.path("token").asText();
        credentials.keep(token);
        return token;
    }

    private HttpResponse<String> patiently(HttpRequest.Builder builder, String bearer) {
        HttpRequest request =
                builder.setHeader("Authorization", "Bearer " + bearer).build();
        HttpResponse<String> answer = send(request);
        for (int attempt = 1; attempt < ATTEMPTS && isForLater(answer); attempt++) {
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = send(request);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure(
                    Failure.UNREACHABLE, "The platform does not answer at " + base + ". Start it with: vaksam start");
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    private static boolean isForLater(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(Math.max(1, Math.min(LONGEST_WAIT_SECONDS, seconds)));
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    private static BodyPublisher bodyOf(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw Failure.usage("There is no file " + file);
        }
    }
}
