package org.vaksam.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

/** A running platform, spoken to over REST with the launcher's token. */
final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Credentials credentials;

    Platform(URI base, Credentials credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    URI base() {
        return base;
    }

    /** The token in use; makes and keeps one on first use. */
    String token() {
        return credentials.token().orElseGet(this::newToken);
    }

    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody(), "application/json");
    }

    JsonNode post(String path, Map<String, ?> body) {
        try {
            return call("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    JsonNode upload(String path, Path file, String contentType) {
        try {
            return call("POST", path, BodyPublishers.ofFile(file), contentType);
        } catch (FileNotFoundException e) {
            throw Failure.usage("There is no file " + file);
        }
    }

    JsonNode delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    private JsonNode call(String method, String path, BodyPublisher body, String contentType) {
        HttpResponse<String> answer = send(method, path, body, contentType, token());
        if (answer.statusCode() == 401 && System.getenv("VAKSAM_TOKEN") == null) {
            answer = send(method, path, body, contentType, newToken());
        }
        return answerOf(answer);
    }

    private String newToken() {
        String key = credentials
                .operatorKey()
                .orElseThrow(
                        () -> new Failure(
                                Failure.NOT_PERMITTED,
                                "No token and no operator key. Run this as the user that runs the platform, or set VAKSAM_TOKEN."));
        JsonNode made = answerOf(send(
                "POST",
                "/api/tokens",
                BodyPublishers.ofString("{\"name\":\"launcher\",\"permissions\":[\"*\"]}"),
                "application/json",
                key));
        String token = made.path("token").asText();
        credentials.keep(token);
        return token;
    }

    private HttpResponse<String> send(
            String method, String path, BodyPublisher body, String contentType, String bearer) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(30))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "application/json, application/problem+json")
                .header(
                        "Accept-Language",
                        System.getenv().getOrDefault("LANG", "").startsWith("sv") ? "sv" : "en")
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
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

    private static JsonNode answerOf(HttpResponse<String> answer) {
        JsonNode body = parse(answer.body());
        if (answer.statusCode() < 400) {
            return body;
        }
        var message = new StringBuilder(body.path("detail").asText("The platform answered " + answer.statusCode()));
        body.path("errors").forEach(error -> message.append(System.lineSeparator())
                .append("  ")
                .append(error.path("field").asText())
                .append(": ")
                .append(error.path("detail").asText()));
        if (body.hasNonNull("next")) {
            message.append(System.lineSeparator()).append(body.path("next").asText());
        }
        int status = answer.statusCode();
        throw new Failure(status == 401 || status == 403 ? Failure.NOT_PERMITTED : Failure.REFUSED, message.toString());
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
