package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.records.design.MovePlan;
import org.vaksam.records.design.Publication.Published;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.store.MoveTable.Move;
import org.vaksam.records.value.Json;

/** Definitions that are being made, as clients see them. */
final class DesignJson {
    private DesignJson() {}

    /** Without the document. */
    static Map<String, @Nullable Object> head(Draft draft) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", draft.id());
        json.put("type", draft.type());
        json.put("kind", draft.kind());
        json.put("base", draft.base());
        json.put("version", draft.version());
        json.put("createdAt", draft.createdAt().toString());
        json.put("createdBy", draft.createdBy());
        json.put("updatedAt", draft.updatedAt().toString());
        json.put("updatedBy", draft.updatedBy());
        return json;
    }

    static Map<String, @Nullable Object> whole(Draft draft) {
        Map<String, @Nullable Object> json = head(draft);
        json.put("definition", document(draft.json()));
        return json;
    }

    static Map<String, Object> problem(FieldProblem problem) {
        return Map.of("field", problem.field(), "detail", problem.detail().asMap());
    }

    static Map<String, @Nullable Object> published(DefinitionStore.Published version) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("version", version.version());
        json.put("own", version.own());
        json.put("at", version.at().toString());
        json.put("by", version.by());
        json.put("reason", version.reason());
        return json;
    }

    static Map<String, @Nullable Object> published(Published published) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", published.type());
        json.put("kind", published.kind());
        json.put("version", published.version());
        json.put("own", published.own());
        json.put("retired", published.retired());
        json.put("move", published.move().map(DesignJson::move).orElse(null));
        return json;
    }

    static Map<String, @Nullable Object> move(Move move) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", move.id());
        json.put("version", move.toVersion());
        json.put("states", document(move.states()));
        json.put("reason", move.reason());
        json.put("by", move.startedBy());
        json.put("startedAt", move.startedAt().toString());
        json.put("moved", move.moved());
        json.put("stayed", move.stayed());
        json.put("endedAt", move.endedAt().map(Object::toString).orElse(null));
        return json;
    }

    static Map<String, @Nullable Object> plan(MovePlan plan) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("version", plan.version());
        json.put("records", plan.records());
        json.put("staying", plan.staying());
        json.put("hash", plan.hash());
        json.put("lines", plan.lines().stream().map(DesignJson::line).toList());
        json.put(
                "left",
                plan.left().stream()
                        .map(left -> Map.of(
                                "version",
                                left.version(),
                                "field",
                                left.field().id(),
                                "label",
                                left.field().label().asMap(),
                                "gone",
                                left.gone()))
                        .toList());
        json.put(
                "missing",
                plan.missing().stream()
                        .map(field -> Map.of(
                                "field", field.id(), "label", field.label().asMap()))
                        .toList());
        return json;
    }

    static Map<String, Object> document(String json) {
        try {
            return Json.object(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is damaged", e);
        }
    }

    private static Map<String, @Nullable Object> line(MovePlan.Line line) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("version", line.tally().version());
        json.put("state", line.tally().state());
        json.put("label", line.label().asMap());
        json.put("phase", line.tally().phase());
        json.put("records", line.tally().records());
        json.put("to", line.to());
        return json;
    }

    static String items(List<?> items) {
        return Json.write(Map.of("items", items));
    }
}
