package org.vaksam.web.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.Definition;
import org.vaksam.spi.records.RecordTypes.Field;
import org.vaksam.spi.records.Secrecy;

/** Schemas of record types: the header that all share, and the fields that each kind's definition adds. */
final class RecordSchemas {
    private static final Map<String, Object> STRING = Map.of("type", "string");
    private static final Map<String, Object> GROUND = Map.of("type", "string", "maxLength", 200);
    private static final Map<String, Object> TIME = Map.of("type", "string", "format", "date-time");

    private final Schemas schemas;

    RecordSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    /** What is read of a type; returns the reference. */
    Map<String, Object> read(RecordTypes.Type type, List<Definition> definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", STRING);
        properties.put("number", STRING);
        properties.put("type", Map.of("const", type.name()));
        properties.putAll(writable(definitions));
        properties.put("withheld", Map.of("type", "array", "items", STRING));
        properties.put("state", states(definitions));
        properties.put("phase", Map.of("type", "string", "enum", List.of("open", "closed")));
        properties.put("unit", Schemas.nullable(Map.of("type", "object")));
        properties.put("assignee", Schemas.nullable(person()));
        properties.put("channel", STRING);
        properties.put("source", Schemas.nullable(Map.of("type", "object")));
        properties.put("definitionVersion", Map.of("type", "integer"));
        properties.put("version", Map.of("type", "integer"));
        properties.put("createdAt", TIME);
        properties.put("createdBy", Schemas.nullable(person()));
        properties.put("updatedAt", TIME);
        properties.put("updatedBy", Schemas.nullable(person()));
        properties.put("transitions", Map.of("type", "array", "items", Map.of("type", "object")));
        properties.put("fields", fields(type, definitions));
        return schemas.define(type.name(), object(properties, List.of("id", "number", "type", "kind", "version")));
    }

    /** What is written to create one; returns the reference. */
    Map<String, Object> create(RecordTypes.Type type, List<Definition> definitions) {
        return schemas.define(
                type.name() + ".new", closed(object(writing(type, definitions), List.of("kind", "title"))));
    }

    /** What is written to change one; returns the reference. */
    Map<String, Object> change(RecordTypes.Type type, List<Definition> definitions) {
        Map<String, Object> properties = new LinkedHashMap<>(writing(type, definitions));
        properties.remove("kind");
        properties.put("reason", Map.of("type", "string", "description", "why the secrecy is changed"));
        return schemas.define(type.name() + ".change", closed(object(properties, List.of())));
    }

    private Map<String, Object> writing(RecordTypes.Type type, List<Definition> definitions) {
        Map<String, Object> properties = writable(definitions);
        properties.put("unit", Map.of("type", List.of("string", "null"), "description", "id or code"));
        properties.put(
                "assignee", Map.of("type", List.of("string", "null"), "description", "account id, user name or me"));
        properties.put("fields", fields(type, definitions));
        return properties;
    }

    private static Map<String, Object> writable(List<Definition> definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "kind",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        definitions.stream().map(Definition::kind).toList()));
        properties.put("title", Map.of("type", "string", "maxLength", 200));
        properties.put("description", Map.of("type", "string", "maxLength", 20_000));
        properties.put("place", Schemas.nullable(place()));
        properties.put("occurredAt", Schemas.nullable(TIME));
        properties.put("occurredUntil", Schemas.nullable(TIME));
        properties.put("category", STRING);
        properties.put("severity", Map.of("type", List.of("integer", "null"), "minimum", 0, "maximum", 4));
        properties.put("secrecy", Map.of("type", "string", "enum", Secrecy.LEVELS));
        properties.put("secrecyGround", GROUND);
        properties.put("secretFields", Map.of("type", "object", "additionalProperties", GROUND));
        return properties;
    }

    private static Map<String, Object> states(List<Definition> definitions) {
        List<String> states = definitions.stream()
                .flatMap(definition -> definition.states().stream())
                .map(RecordTypes.State::id)
                .distinct()
                .toList();
        return states.isEmpty() ? STRING : Map.of("type", "string", "enum", states);
    }

    private Map<String, Object> fields(RecordTypes.Type type, List<Definition> definitions) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (Definition definition : definitions) {
            Map<String, Object> properties = new LinkedHashMap<>();
            definition.fields().forEach(field -> properties.put(field.id(), field(field)));
            Map<String, Object> schema = new LinkedHashMap<>(closed(object(properties, List.of())));
            schema.put("title", definition.title().en());
            kinds.add(schemas.define(type.name() + "." + definition.kind() + ".fields", schema));
        }
        return kinds.isEmpty() ? Map.of("type", "object") : Map.of("anyOf", kinds);
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>(
                switch (field.type()) {
                    case TEXT, LONG_TEXT -> STRING;
                    case NUMBER, MONEY -> Map.of("type", "number");
                    case DATE -> Map.of("type", "string", "format", "date");
                    case TIME -> TIME;
                    case BOOLEAN -> Map.of("type", "boolean");
                    case PEOPLE, TABLE -> Map.of("type", "array", "items", Map.of("type", "object"));
                    case FILE, PHOTO -> Map.of("type", "array", "items", STRING);
                    case RANGE ->
                        object(
                                Map.of("from", Map.of("type", "number"), "to", Map.of("type", "number")), List.of());
                    case PLACE -> place();
                    case PERSON, UNIT, ASSET -> STRING;
                    case CHOICE, TREE ->
                        Map.of(
                                "type",
                                "string",
                                "enum",
                                field.choices().stream().map(Choice::id).toList());
                });
        schema.put("title", field.label().en());
        return schema;
    }

    private static Map<String, Object> place() {
        return object(
                Map.of(
                        "name", STRING,
                        "latitude", Map.of("type", List.of("number", "null"), "minimum", -90, "maximum", 90),
                        "longitude", Map.of("type", List.of("number", "null"), "minimum", -180, "maximum", 180)),
                List.of());
    }

    private static Map<String, Object> person() {
        return object(Map.of("id", STRING, "name", STRING), List.of());
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> closed(Map<String, Object> schema) {
        schema.put("additionalProperties", false);
        return schema;
    }
}
