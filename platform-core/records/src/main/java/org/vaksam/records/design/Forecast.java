package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.Deadline;
import org.vaksam.records.definition.Facts;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.Route;
import org.vaksam.records.value.Json;

/** What a definition says follows from creating and moving a record, told and not carried out. */
final class Forecast {
    private final KindDefinition definition;
    private final JsonNode json;
    private final List<Map<String, @Nullable Object>> found = new ArrayList<>();

    Forecast(KindDefinition definition) {
        this.definition = definition;
        this.json = Documents.read(definition.json());
    }

    /** Of creating a record: rules that apply, clocks that start. */
    List<Map<String, @Nullable Object>> ofCreation(Facts facts, String state) {
        routes(facts, facts.value("assignee").isEmpty());
        enter(facts, Optional.empty(), state);
        return taken();
    }

    /** Of a transition: its effects, clocks that start and stop. */
    List<Map<String, @Nullable Object>> ofTransition(String id, Facts facts, String from, String to) {
        for (JsonNode effect : Documents.byId(json.path("transitions"), id).path("effects")) {
            effect.fields().forEachRemaining(part -> effect(part.getKey(), part.getValue(), facts));
        }
        enter(facts, Optional.of(from), to);
        return taken();
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

    private void effect(String what, JsonNode details, Facts facts) {
        switch (what) {
            case "route" -> routes(facts, true);
            case "startDeadline", "stopDeadline" -> add(what, deadline(details.asText()), 0);
            default -> add(what, details, 0);
        }
    }

    private void routes(Facts facts, boolean free) {
        boolean assigns = free;
        for (int i = 0; i < definition.routes().size(); i++) {
            Route route = definition.routes().get(i);
            JsonNode told = json.path("routing").path(i);
            boolean holds = route.when().map(when -> when.holds(facts)).orElse(true);
            if (holds && assigns && route.assign().isPresent()) {
                assigns = false;
                add("assign", told.path("assign"), i + 1);
            }
            if (holds && !route.told().isEmpty()) {
                add("notify", told.path("notify"), i + 1);
            }
        }
    }

    private void enter(Facts facts, Optional<String> from, String state) {
        for (Deadline deadline : definition.deadlines()) {
            if (from.isPresent() && deadline.stops().contains(state)) {
                add("stopDeadline", deadline(deadline.id()), 0);
            }
        }
        if (from.filter(state::equals).isPresent()) {
            return;
        }
        for (Deadline deadline : definition.deadlines()) {
            if (deadline.startsWith(state, facts)) {
                add("startDeadline", deadline(deadline.id()), 0);
            }
        }
    }

    private JsonNode deadline(String id) {
        return Documents.byId(json.path("deadlines"), id);
    }

    private void add(String what, JsonNode details, int rule) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("what", what);
        if (rule > 0) {
            line.put("rule", rule);
        }
        line.put("details", Json.plain(details));
        found.add(line);
    }

    private List<Map<String, @Nullable Object>> taken() {
        var taken = List.copyOf(found);
        found.clear();
        return taken;
    }
}
