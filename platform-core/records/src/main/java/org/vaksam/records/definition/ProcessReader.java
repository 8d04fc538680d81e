package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads states and transitions. */
final class ProcessReader {
    static final List<String> STATE = List.of("id", "phase", "label");
    static final List<String> TRANSITION =
            List.of("id", "from", "to", "label", "permission", "reason", "requires", "effects");

    private static final Pattern PERMISSION = Pattern.compile("[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*){2}");

    private ProcessReader() {}

    static List<StateDefinition> states(JsonObject definition) {
        var states = new ArrayList<StateDefinition>();
        for (JsonObject json : definition.objects("states", 50)) {
            json.only(STATE);
            String phase = json.required("phase", json.oneOf("phase", List.of("open", "closed")))
                    .orElse("open");
            states.add(new StateDefinition(json.id("id"), phase, json.label("label")));
        }
        definition.unique("states", states.stream().map(StateDefinition::id).toList());
        return states;
    }

    static List<TransitionDefinition> transitions(JsonObject definition, Parties parties) {
        var transitions = new ArrayList<TransitionDefinition>();
        for (JsonObject json : definition.objects("transitions", 200)) {
            transitions.add(transition(json, new EffectReader(parties)));
        }
        definition.unique(
                "transitions",
                transitions.stream().map(TransitionDefinition::id).toList());
        return transitions;
    }

    private static TransitionDefinition transition(JsonObject json, EffectReader effects) {
        json.only(TRANSITION);
        List<String> from = json.texts("from", 50);
        if (from.isEmpty()) {
            json.complain("from", "Ska namnge minst ett tillstånd.", "Must name at least one state.");
        }
        Optional<String> permission = json.text("permission", 100);
        if (permission.isPresent() && !PERMISSION.matcher(permission.get()).matches()) {
            json.complain(
                    "permission",
                    "Ska ha formen modul:sak:verb, till exempel incidents:report:handle.",
                    "Must have the form module:thing:verb, for example incidents:report:handle.");
        }
        var actions = new ArrayList<RequiredActions>();
        return new TransitionDefinition(
                json.id("id"),
                from,
                json.required("to", json.text("to", 40)).orElse(""),
                json.label("label"),
                permission,
                json.oneOf("reason", List.of("none", "optional", "required")).orElse("none"),
                requires(json, actions),
                actions,
                json.objects("effects", 20).stream()
                        .flatMap(effect -> effects.read(effect).stream())
                        .toList());
    }

    /** Names of fields; what is asked of actions is added to the others. */
    private static List<String> requires(JsonObject json, List<RequiredActions> actions) {
        var names = new ArrayList<String>();
        int place = 0;
        for (JsonNode element : json.list("requires", 50)) {
            if (element.isTextual()) {
                names.add(element.asText());
            } else {
                var other = new JsonObject(json.at("requires[" + place + "]"), element, json.problems());
                other.only(List.of("actions"));
                other.required("actions", other.oneOf("actions", RequiredActions.words()))
                        .flatMap(RequiredActions::of)
                        .ifPresent(actions::add);
            }
            place++;
        }
        return names;
    }
}
