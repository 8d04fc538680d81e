package org.vaksam.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the description that operations refer to. */
final class Components {
    private static final Map<String, Object> STRING = Map.of("type", "string");

    private Components() {}

    static Map<String, Object> of(Schemas schemas) {
        schemas.define("Problem", problem());
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.components());
        components.put(
                "responses",
                Map.of(
                        "Problem",
                        Map.of(
                                "description",
                                "What went wrong, and what to do (RFC 9457)",
                                "content",
                                Map.of("application/problem+json", Map.of("schema", Schemas.reference("Problem"))))));
        components.put(
                "securitySchemes",
                Map.of(
                        "session",
                        Map.of(
                                "type",
                                "apiKey",
                                "in",
                                "cookie",
                                "name",
                                "vaksam-session",
                                "description",
                                "Cookie of POST /api/session; everything but GET also needs the header X-CSRF-Token."),
                        "token",
                        Map.of("type", "http", "scheme", "bearer")));
        return components;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", Map.of("type", "string", "examples", List.of("urn:vaksam:problem:not-found")));
        properties.put("title", STRING);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", STRING);
        properties.put("instance", STRING);
        properties.put("next", Map.of("type", "string", "description", "what to do now"));
        properties.put(
                "errors",
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of("type", "object", "properties", Map.of("field", STRING, "detail", STRING))));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail", "instance"),
                "properties",
                properties);
    }
}
