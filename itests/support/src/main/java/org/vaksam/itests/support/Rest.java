package org.vaksam.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A REST client as integrators would write one. Any thread. */
public final class Rest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Optional<String> token;

    private Rest(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /** Nobody in particular. */
    public static Rest anonymous(URI base) {
        return new Rest(base, Optional.empty());
    }

    /** With a bearer token. */
    public static Rest with(URI base, String token) {
        return new Rest(base, Optional.of(token));
    }

    /** With a token made by the operator's key in the data directory. */
    public static Rest operator(URI base, Path data) {
        try {
            String key = Files.readString(data.resolve("run/operator.key")).strip();
            JsonNode made = with(base, key)
                    .post("/api/tokens", "{\"name\":\"test\",\"permissions\":[\"*\"]}")
                    .expect(201)
                    .json();
            return with(base, made.path("token").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the platform there says that it is ready. */
    public static boolean isReady(URI base) {
        try {
            var request = HttpRequest.newBuilder(base.resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The token of this client. */
    public String token() {
        return token.orElseThrow();
    }

    public URI base() {
        return base;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), withJson(headers));
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), withJson(headers));
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), withJson(headers));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    public Answer upload(String path, Path file, String contentType) {
        try {
            return send("POST", path, BodyPublishers.ofFile(file), "Content-Type", contentType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plans and applies a module of the catalogue; the operation. */
    public JsonNode install(String module) {
        return apply(post("/api/modules/plan", "{\"catalogue\":\"" + module + "\"}"));
    }

    /** Plans and applies a module file; the operation. */
    public JsonNode install(Path file) {
        return apply(plan(file));
    }

    /** Plans a module file or an archive. */
    public Answer plan(Path file) {
        String type = file.toString().endsWith(".zip") ? "application/zip" : "application/java-archive";
        return upload("/api/modules/plan", file, type);
    }

    private JsonNode apply(Answer plan) {
        String hash = plan.expect(200).json().path("hash").asText();
        return post("/api/modules/apply", "{\"plan\":\"" + hash + "\"}")
                .expect(200)
                .json();
    }

    /** Imports a file and waits until its records can be searched; the run. */
    public JsonNode importFile(String format, Path file) {
        JsonNode run = awaitImport(startImport(format, file).path("id").asText());
        awaitIndex();
        return run;
    }

    /** Waits until the index has taken in everything there is. */
    private void awaitIndex() {
        JsonNode status;
        do {
            Distribution.pause(50);
            status = get("/api/insight/status").expect(200).json();
        } while (status.path("position").asLong() < status.path("head").asLong());
    }

    /** Sends a file to import without waiting. */
    public JsonNode startImport(String format, Path file) {
        return upload("/api/imports?format=" + format + "&name=" + file.getFileName(), file, "application/octet-stream")
                .expect(202)
                .json();
    }

    /** Waits until an import has ended. */
    public JsonNode awaitImport(String id) {
        while (true) {
            JsonNode run = get("/api/imports/" + id).expect(200).json();
            if (List.of("done", "failed").contains(run.path("state").asText())) {
                return run;
            }
            Distribution.pause(50);
        }
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept-Language", "en")
                .method(method, body);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] withJson(String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }
}
