package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.Conditions;
import org.vaksam.records.definition.Facts;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Json;

/** What a definition says follows from creating and moving a record, told and not carried out. */
final class Consequences {
    private final JsonNode json;

    Consequences(KindDefinition definition) {
        this.json = Documents.read(definition.json());
    }

    /** Of creating a record: rules that apply, clocks that start. */
    List<Map<String, @Nullable Object>> ofCreation(Facts facts, String state) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        int rule = 0;
        boolean assigned = false;
        for (JsonNode route : json.path("routing")) {
            rule++;
            boolean holds = Conditions.of(route.path("when"))
                    .map(condition -> condition.holds(facts))
                    .orElse(true);
            if (holds && route.has("assign") && !assigned) {
                assigned = true;
                all.add(line("assign", route.path("assign"), rule));
            }
            if (holds && route.has("notify")) {
                all.add(line("notify", route.path("notify"), rule));
            }
        }
        all.addAll(clocks("", state));
        return all;
    }

    /** Of a transition: its effects, clocks that start and stop. */
    List<Map<String, @Nullable Object>> ofTransition(String id, String from, String to) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (JsonNode effect : Documents.byId(json.path("transitions"), id).path("effects")) {
            effect.fields().forEachRemaining(part -> all.add(line(part.getKey(), part.getValue(), 0)));
        }
        all.addAll(clocks(from, to));
        return all;
    }

    /** How many actions a transition makes. */
    int actionsOf(String id) {
        int made = 0;
        for (JsonNode effect : Documents.byId(json.path("transitions"), id).path("effects")) {
            made += effect.has("createAction") ? 1 : 0;
        }
        return made;
    }

    /** What a transition asks of the actions of a record: {@code at-least-one}, {@code all-done} or nothing. */
    List<String> askedOfActions(String id) {
        var asked = new ArrayList<String>();
        for (JsonNode required : Documents.byId(json.path("transitions"), id).path("requires")) {
            if (required.has("actions")) {
                asked.add(required.path("actions").asText());
            }
        }
        return asked;
    }

    private List<Map<String, @Nullable Object>> clocks(String from, String to) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (JsonNode deadline : json.path("deadlines")) {
            boolean stops = false;
            for (JsonNode stop : deadline.path("stops")) {
                stops |= stop.asText().equals(to);
            }
            if (stops && !from.isEmpty()) {
                all.add(line("stopDeadline", deadline, 0));
            } else if (deadline.path("starts").asText().equals(to) && !from.equals(to)) {
                all.add(line("startDeadline", deadline, 0));
            }
        }
        return all;
    }

    private static Map<String, @Nullable Object> line(String what, JsonNode details, int rule) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("what", what);
        if (rule > 0) {
            line.put("rule", rule);
        }
        line.put("details", Json.plain(details));
        return line;
    }
}
