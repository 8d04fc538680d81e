package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** As much of JSON Schema 2020-12 as the published schemas use; whatever else they may say one day is an error here. */
final class SchemaCheck {
    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "additionalProperties",
            "required",
            "properties",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "items",
            "pattern",
            "enum",
            "const",
            "oneOf",
            "anyOf",
            "if",
            "then",
            "unevaluatedProperties");

    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** What the schema has against the value, by its path. */
    List<String> complaints(JsonNode value) {
        var found = new ArrayList<String>();
        check(root, value, "", found);
        return found;
    }

    /** Returns the names of the members that were looked at. */
    private Set<String> check(JsonNode schema, JsonNode value, String path, List<String> found) {
        schema.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new AssertionError("Not known here: " + name);
            }
        });
        var seen = new LinkedHashSet<String>();
        if (schema.has("$ref")) {
            String pointer = schema.path("$ref").asText().substring(1);
            seen.addAll(check(root.at(pointer), value, path, found));
        }
        plain(schema, value, path, found);
        if (value.isObject()) {
            members(schema, value, path, found, seen);
        }
        for (String some : List.of("oneOf", "anyOf")) {
            if (schema.has(some)) {
                choose(schema.path(some), some, value, path, found, seen);
            }
        }
        if (schema.has("if") && passes(schema.path("if"), value)) {
            check(schema.path("then"), value, path, found);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), path + "[" + i + "]", found);
            }
        }
        if (schema.has("unevaluatedProperties")) {
            unknown(value, seen, path, found);
        }
        return seen;
    }

    private void choose(
            JsonNode options, String some, JsonNode value, String path, List<String> found, Set<String> seen) {
        List<JsonNode> passing = StreamSupport.stream(options.spliterator(), false)
                .filter(option -> passes(option, value))
                .toList();
        if (passing.isEmpty() || some.equals("oneOf") && passing.size() > 1) {
            found.add(path + ": " + passing.size() + " of " + some);
        }
        passing.forEach(option -> seen.addAll(check(option, value, path, new ArrayList<>())));
    }

    private boolean passes(JsonNode schema, JsonNode value) {
        var against = new ArrayList<String>();
        check(schema, value, "", against);
        return against.isEmpty();
    }

    private void members(JsonNode schema, JsonNode value, String path, List<String> found, Set<String> seen) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (value.has(property.getKey())) {
                seen.add(property.getKey());
                check(property.getValue(), value.path(property.getKey()), path + "." + property.getKey(), found);
            }
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(path + "." + name.asText() + ": missing");
            }
        });
        if (schema.has("additionalProperties")) {
            unknown(value, seen, path, found);
        }
        bounds(schema, "minProperties", "maxProperties", value.size(), path, found);
    }

    private static void unknown(JsonNode value, Set<String> seen, String path, List<String> found) {
        value.fieldNames().forEachRemaining(name -> {
            if (!seen.contains(name)) {
                found.add(path + "." + name + ": unknown");
            }
        });
    }

    private static void plain(JsonNode schema, JsonNode value, String path, List<String> found) {
        if (schema.has("type") && !types(schema.path("type")).contains(type(value))) {
            found.add(path + ": not " + schema.path("type"));
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            found.add(path + ": not " + schema.path("const"));
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .noneMatch(value::equals)) {
            found.add(path + ": none of " + schema.path("enum"));
        }
        if (value.isTextual()) {
            bounds(schema, "minLength", "maxLength", value.asText().length(), path, found);
            if (schema.has("pattern")
                    && !Pattern.compile(schema.path("pattern").asText())
                            .matcher(value.asText())
                            .find()) {
                found.add(path + ": not like " + schema.path("pattern"));
            }
        }
        if (value.isNumber()) {
            bounds(schema, "minimum", "maximum", value.asInt(), path, found);
        }
        if (value.isArray()) {
            bounds(schema, "minItems", "maxItems", value.size(), path, found);
        }
    }

    private static void bounds(JsonNode schema, String min, String max, int size, String path, List<String> found) {
        if (schema.has(min) && size < schema.path(min).asInt()
                || schema.has(max) && size > schema.path(max).asInt()) {
            found.add(path + ": not within " + min + " and " + max);
        }
    }

    private static List<String> types(JsonNode type) {
        return type.isTextual()
                ? type.asText().equals("number") ? List.of("number", "integer") : List.of(type.asText())
                : StreamSupport.stream(type.spliterator(), false)
                        .flatMap(one -> types(one).stream())
                        .toList();
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }
}
