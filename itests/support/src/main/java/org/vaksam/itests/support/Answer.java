package org.vaksam.itests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** One answer of the platform. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Slug of the problem, or the whole body when it is none. */
    public String problem() {
        String type = json().path("type").asText();
        return type.startsWith("urn:vaksam:problem:") ? type.substring("urn:vaksam:problem:".length()) : text;
    }

    /** The answer itself when it has this status, otherwise an error that shows it. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("Expected " + wanted + " but was " + status + ": " + text);
        }
        return this;
    }

    /** A header, or an empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
