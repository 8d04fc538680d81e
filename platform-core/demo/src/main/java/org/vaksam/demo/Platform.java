package org.vaksam.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running platform, spoken to as any integration would. Waits when it is told to. */
final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_WAIT = 30;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String token;

    Platform(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path) {
        return call(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return call(request(path).POST(json(body)));
    }

    /** Creates once, however often it is asked for. */
    JsonNode create(String path, String key, Map<String, ?> body) {
        return call(request(path).header("Idempotency-Key", key).POST(json(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json");
    }

    private JsonNode call(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer = send(request);
            int status = answer.statusCode();
            if (status < 400) {
                return parse(answer.body());
            }
            boolean later = status == 429 || status == 503;
            if (!later || attempt == ATTEMPTS) {
                throw refused(request, answer);
            }
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure(
                    Failure.UNREACHABLE, "The platform does not answer at " + base + ". Start it with: vaksam start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.UNREACHABLE, "Interrupted");
        }
    }

    private static Failure refused(HttpRequest request, HttpResponse<String> answer) {
        JsonNode body = parse(answer.body());
        var message = new StringBuilder(request.method() + " " + request.uri().getPath() + ": "
                + body.path("detail").asText("The platform answered " + answer.statusCode()));
        body.path("errors").forEach(error -> message.append(System.lineSeparator())
                .append("  ")
                .append(error.path("field").asText())
                .append(": ")
                .append(error.path("detail").asText()));
        if (body.hasNonNull("next")) {
            message.append(System.lineSeparator()).append(body.path("next").asText());
        }
        boolean who = answer.statusCode() == 401 || answer.statusCode() == 403;
        return new Failure(who ? Failure.NOT_PERMITTED : Failure.REFUSED, message.toString());
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(Math.max(1, Math.min(LONGEST_WAIT, seconds)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.UNREACHABLE, "Interrupted");
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
