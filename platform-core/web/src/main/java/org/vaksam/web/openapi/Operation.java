package org.vaksam.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One operation of the description, while it is put together. */
final class Operation {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, Object> responses = new LinkedHashMap<>();

    Operation(String id, String tag) {
        members.put("operationId", id);
        members.put("tags", List.of(tag));
    }

    Operation summary(String words) {
        members.put("summary", words);
        return this;
    }

    /** Anybody may. */
    Operation open() {
        members.put("security", List.of());
        return this;
    }

    /** The permission it takes. */
    Operation permission(String permission) {
        members.put("description", "Needs the permission " + permission + ".");
        members.put("x-permission", permission);
        return this;
    }

    Operation parameter(String place, String name, boolean required, Map<String, ?> schema) {
        parameters.add(Map.of("in", place, "name", name, "required", required, "schema", schema));
        return this;
    }

    boolean hasParameter(String place, String name) {
        return parameters.stream()
                .anyMatch(parameter -> parameter instanceof Map<?, ?> map
                        && place.equals(map.get("in"))
                        && name.equals(map.get("name")));
    }

    Operation body(String mediaType, Map<String, Object> schema) {
        members.put("requestBody", Map.of("required", true, "content", content(mediaType, schema)));
        return this;
    }

    Operation response(int status, String words) {
        responses.put(Integer.toString(status), Map.of("description", words));
        return this;
    }

    Operation response(int status, String words, String mediaType, Map<String, Object> schema) {
        responses.put(Integer.toString(status), Map.of("description", words, "content", content(mediaType, schema)));
        return this;
    }

    private static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return Map.of(mediaType, schema.isEmpty() ? Map.of() : Map.of("schema", schema));
    }

    Map<String, Object> toMap() {
        Map<String, Object> all = new LinkedHashMap<>(members);
        if (!parameters.isEmpty()) {
            all.put("parameters", parameters);
        }
        Map<String, Object> answers = new LinkedHashMap<>(responses);
        answers.put("default", Map.of("$ref", "#/components/responses/Problem"));
        all.put("responses", answers);
        return all;
    }
}
