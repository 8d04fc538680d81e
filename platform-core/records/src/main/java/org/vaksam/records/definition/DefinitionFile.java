package org.vaksam.records.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

/**
 * One file of definitions: of a kind, or (without a kind) the base of a record type.
 *
 * @param name of the file, for messages
 */
public record DefinitionFile(String name, String type, Optional<String> kind, ObjectNode json) {
    static final List<String> KEYS = List.of(
            "$schema",
            "type",
            "kind",
            "version",
            "title",
            "icon",
            "public",
            "defaults",
            "fields",
            "layout",
            "states",
            "initial",
            "transitions",
            "routing",
            "deadlines",
            "retention");

    private static final int LARGEST = 256 * 1024;

    /** Reads the file and checks everything that can be checked without other files; paths start with the file's name. */
    public static Optional<DefinitionFile> read(String name, InputStream content, Problems problems) {
        Optional<JsonNode> json = parse(name, content, problems);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        var shape = new Problems();
        var root = new JsonObject("", json.get(), shape);
        Optional<DefinitionFile> file =
                json.get() instanceof ObjectNode object ? Optional.of(read(name, root, object)) : Optional.empty();
        shape.all()
                .forEach(found -> problems.add(
                        name + ": " + found.field(),
                        found.detail().sv(),
                        found.detail().en()));
        return shape.isEmpty() ? file : Optional.empty();
    }

    private static DefinitionFile read(String name, JsonObject root, ObjectNode json) {
        String type = root.required("type", root.text("type", 100)).orElse("");
        Optional<String> kind = root.has("kind") ? Optional.of(root.id("kind")) : Optional.empty();
        shape(root);
        return new DefinitionFile(name, type, kind, json);
    }

    /** Everything that a part says by itself. */
    static void shape(JsonObject root) {
        root.only(KEYS);
        root.text("$schema", 500);
        root.whole("version", 1, 1_000_000);
        root.optionalLabel("title");
        root.text("icon", 60);
        root.flag("public");
        root.object("defaults")
                .ifPresent(defaults ->
                        defaults.only(List.of("secrecy", "secrecyGround", "severity", "category", "fields")));
        FieldReader.read(root);
        layout(root);
        ProcessReader.states(root);
        root.text("initial", 40);
        var parties = new Parties(root.raw("type").asText());
        ProcessReader.transitions(root, parties);
        RouteReader.read(root, parties);
        DeadlineReader.read(root, parties);
        root.object("retention").ifPresent(retention -> RetentionRule.read(retention, ""));
    }

    private static void layout(JsonObject root) {
        for (JsonObject group : root.objects("layout", 50)) {
            group.only(List.of("group", "fields"));
            group.label("group");
            group.required("fields", group.texts("fields", 200).stream().findFirst());
        }
    }

    private static Optional<JsonNode> parse(String name, InputStream content, Problems problems) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                problems.add(name, "Filen är större än 256 KiB.", "The file is larger than 256 KiB.");
                return Optional.empty();
            }
            return Optional.of(Json.MAPPER.readTree(bytes));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " (" + at.getLineNr() + ":" + at.getColumnNr() + ")";
            problems.add(
                    name + place,
                    "Är inte giltig JSON: " + e.getOriginalMessage(),
                    "Is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add(name, "Kan inte läsas: " + e.getMessage(), "Cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
