package org.vaksam.launcher.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.vaksam.launcher.cli.Failure;

/** JSON there and back; a problem document becomes a failure in words. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static BodyPublisher body(Map<String, ?> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode of(HttpResponse<String> answer) {
        JsonNode body = parse(answer.body());
        if (answer.statusCode() < 400) {
            return body;
        }
        throw failure(answer.statusCode(), body);
    }

    static InputStream content(HttpResponse<InputStream> answer) {
        if (answer.statusCode() < 400) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            throw failure(answer.statusCode(), parse(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw failure(answer.statusCode(), JsonNodeFactory.instance.objectNode());
        }
    }

    private static Failure failure(int status, JsonNode body) {
        var message = new StringBuilder(body.path("detail").asText("The platform answered " + status));
        body.path("errors").forEach(error -> message.append(System.lineSeparator())
                .append("  ")
                .append(error.path("field").asText())
                .append(": ")
                .append(error.path("detail").asText()));
        if (body.hasNonNull("next")) {
            message.append(System.lineSeparator()).append(body.path("next").asText());
        }
        return new Failure(
                status == 401 || status == 403 ? Failure.NOT_PERMITTED : Failure.REFUSED, message.toString());
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
