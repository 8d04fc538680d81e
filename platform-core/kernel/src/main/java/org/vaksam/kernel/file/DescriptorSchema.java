package org.vaksam.kernel.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;

/**
 * Checks a document against the published JSON Schema of module descriptors. Knows exactly the keywords that the schema uses
 * and refuses any other, so that the published file is the only law.
 */
final class DescriptorSchema {
    private static final String RESOURCE = "/META-INF/vaksam/schema/module-1.json";

    private final JsonNode root;

    DescriptorSchema(ObjectMapper mapper) {
        try (InputStream in = Objects.requireNonNull(DescriptorSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            root = mapper.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The schema of module descriptors cannot be read", e);
        }
    }

    /** Everything that is wrong, with the path of the value. */
    List<FieldProblem> check(JsonNode document) {
        var found = new ArrayList<FieldProblem>();
        check(root, document, "", found);
        return found;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<FieldProblem> found) {
        String type = schema.path("type").asText("");
        if (!type.isEmpty() && !isOfType(value, type)) {
            found.add(new FieldProblem(path, SchemaWords.wrongType(type)));
            return;
        }
        for (Entry<String, JsonNode> rule : schema.properties()) {
            apply(rule.getKey(), rule.getValue(), schema, value, path, found);
        }
    }

    private void apply(
            String keyword, JsonNode rule, JsonNode schema, JsonNode value, String path, List<FieldProblem> found) {
        switch (keyword) {
            case "$schema", "$id", "$defs", "title", "description", "type" -> {}
            case "$ref" -> check(root.at(rule.asText().substring(1)), value, path, found);
            case "required" ->
                rule.forEach(name -> {
                    if (!value.has(name.asText())) {
                        found.add(new FieldProblem(join(path, name.asText()), SchemaWords.missing()));
                    }
                });
            case "properties" ->
                rule.properties().forEach(property -> {
                    if (value.has(property.getKey())) {
                        check(property.getValue(), value.get(property.getKey()), join(path, property.getKey()), found);
                    }
                });
            case "additionalProperties" ->
                value.properties().forEach(member -> {
                    if (!schema.path("properties").has(member.getKey())) {
                        additional(rule, member, path, found);
                    }
                });
            case "propertyNames" ->
                value.fieldNames()
                        .forEachRemaining(name -> matches(rule.path("pattern"), name, join(path, name), found));
            case "items" -> {
                for (int i = 0; i < value.size(); i++) {
                    check(rule, value.get(i), path + "[" + i + "]", found);
                }
            }
            case "pattern" -> matches(rule, value.asText(), path, found);
            case "not" ->
                rule.path("enum").forEach(word -> {
                    if (word.equals(value)) {
                        found.add(new FieldProblem(path, SchemaWords.reserved(value.asText())));
                    }
                });
            case "minLength" -> limit(value.asText().length() >= rule.asInt(), SchemaWords.tooShort(rule), path, found);
            case "maxLength" -> limit(value.asText().length() <= rule.asInt(), SchemaWords.tooLong(rule), path, found);
            case "minItems" -> limit(value.size() >= rule.asInt(), SchemaWords.tooFew(rule), path, found);
            case "maxItems" -> limit(value.size() <= rule.asInt(), SchemaWords.tooMany(rule), path, found);
            case "uniqueItems" -> limit(isUnique(value), SchemaWords.repeated(), path, found);
            default -> throw new IllegalStateException("The schema uses a keyword that is not understood: " + keyword);
        }
    }

    private void additional(JsonNode rule, Entry<String, JsonNode> member, String path, List<FieldProblem> found) {
        String memberPath = join(path, member.getKey());
        if (rule.isObject()) {
            check(rule, member.getValue(), memberPath, found);
        } else {
            limit(rule.asBoolean(), SchemaWords.unknown(), memberPath, found);
        }
    }

    private static void matches(JsonNode pattern, String value, String path, List<FieldProblem> found) {
        limit(value.matches(pattern.asText()), SchemaWords.pattern(value, pattern.asText()), path, found);
    }

    private static void limit(boolean kept, Text words, String path, List<FieldProblem> found) {
        if (!kept) {
            found.add(new FieldProblem(path, words));
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            default -> throw new IllegalStateException("The schema uses a type that is not understood: " + type);
        };
    }

    private static boolean isUnique(JsonNode array) {
        var seen = new HashSet<JsonNode>();
        array.forEach(seen::add);
        return seen.size() == array.size();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
