package org.vaksam.launcher.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
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

    /** Content that is no JSON document and may be long; whoever asks closes it. */
    public InputStream download(String path) {
        HttpRequest.Builder request =
                request(path, JSON).setHeader("Accept", "*/*").GET();
        HttpResponse<InputStream> answer = patiently(request, token(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 401 && credentials.operatorKey().isPresent()) {
            answer = patiently(request, newToken(), BodyHandlers.ofInputStream());
        }
        return Answers.content(answer);
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
        HttpResponse<String> answer = patiently(request, token(), BodyHandlers.ofString());
        if (answer.statusCode() == 401 && credentials.operatorKey().isPresent()) {
            answer = patiently(request, newToken(), BodyHandlers.ofString());
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
        JsonNode made = Answers.of(patiently(request("/api/tokens", JSON).POST(wish), key, BodyHandlers.ofString()));
        String token = made.path("token").asText();
        credentials.keep(token);
        return token;
    }

    private <T> HttpResponse<T> patiently(HttpRequest.Builder builder, String bearer, BodyHandler<T> reader) {
        HttpRequest request =
                builder.setHeader("Authorization", "Bearer " + bearer).build();
        HttpResponse<T> answer = send(request, reader);
        for (int attempt = 1; attempt < ATTEMPTS && isForLater(answer); attempt++) {
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = send(request, reader);
        }
        return answer;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reader) {
        try {
            return http.send(request, reader);
        } catch (IOException e) {
            throw new Failure(
                    Failure.UNREACHABLE, "The platform does not answer at " + base + ". Start it with: vaksam start");
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    private static boolean isForLater(HttpResponse<?> answer) {
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
