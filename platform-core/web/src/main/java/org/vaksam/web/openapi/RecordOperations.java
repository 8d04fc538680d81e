package org.vaksam.web.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Definition;

/** What the record resource's methods take and give for one record type; the method alone does not say, it serves all types. */
final class RecordOperations {
    private static final String JSON = "application/json";
    private static final List<String> FILTERS = List.of(
            "kind",
            "state",
            "phase",
            "category",
            "place",
            "severity",
            "assignee",
            "unit",
            "secrecy",
            "channel",
            "source",
            "number",
            "occurredAt",
            "createdAt",
            "updatedAt",
            "year",
            "month",
            "week",
            "day",
            "weekday",
            "hour",
            "bbox",
            "q");
    private static final Map<String, Object> STRING = Map.of("type", "string");

    private final RecordTypes.Type type;
    private final Map<String, Object> read;
    private final Map<String, Object> create;
    private final Map<String, Object> change;

    RecordOperations(RecordTypes.Type type, List<Definition> definitions, RecordSchemas schemas) {
        this.type = type;
        this.read = schemas.read(type, definitions);
        this.create = schemas.create(type, definitions);
        this.change = schemas.change(type, definitions);
    }

    /** Adds what is known of this call; {@code below} is the path after the records' own. */
    void refine(Operation operation, String verb, String below) {
        String name = type.title().en().toLowerCase(Locale.ENGLISH);
        switch (verb + " " + below) {
            case "GET " -> list(operation.summary("List: " + type.titles().en()));
            case "POST " ->
                operation
                        .summary("Create a " + name)
                        .parameter("header", "Idempotency-Key", false, STRING)
                        .body(JSON, create)
                        .response(201, "Created", JSON, read);
            case "GET /{id}" -> operation.summary("Read a " + name).response(200, "The record", JSON, read);
            case "PATCH /{id}" ->
                ifMatch(operation)
                        .summary("Change a " + name)
                        .body("application/merge-patch+json", change)
                        .response(200, "The record after the change", JSON, read);
            case "DELETE /{id}" ->
                ifMatch(operation).summary("Delete a " + name).response(204, "Deleted");
            case "POST /{id}/transitions/{name}" ->
                operation
                        .summary("Take a " + name + " to another state")
                        .body(JSON, Map.of("type", "object"))
                        .response(200, "The record after the transition", JSON, read);
            case "GET /{id}/history" -> operation.summary("What happened to a " + name);
            case "GET /definition" ->
                operation.summary("Kinds, fields and process: " + type.titles().en());
            default -> {}
        }
    }

    private void list(Operation operation) {
        query(operation, "limit", Map.of("type", "integer", "minimum", 1, "maximum", 200));
        query(operation, "cursor", STRING);
        query(operation, "sort", STRING);
        FILTERS.forEach(filter -> query(operation, filter, Map.of("type", "array", "items", STRING)));
        operation.response(
                200,
                "One page",
                JSON,
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "items", Map.of("type", "array", "items", read),
                                "total", Map.of("type", "integer"),
                                "next", Map.of("type", List.of("string", "null")))));
    }

    private static void query(Operation operation, String name, Map<String, ?> schema) {
        if (!operation.hasParameter("query", name)) {
            operation.parameter("query", name, false, schema);
        }
    }

    private static Operation ifMatch(Operation operation) {
        return operation.hasParameter("header", "If-Match")
                ? operation
                : operation.parameter("header", "If-Match", true, STRING);
    }
}
