package org.vaksam.records.random;

import static org.vaksam.records.random.RandomFields.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vaksam.records.value.Json;

/**
 * A definition that nobody has thought of: fields, states, transitions with effects, routes and deadlines.
 *
 * @param transitions their ids
 */
record RandomDefinition(String kind, List<Map<String, Object>> fields, List<String> transitions, String json) {
    static RandomDefinition of(String kind, Chance chance, RandomFields make) {
        List<Map<String, Object>> fields = make.fields();
        List<String> states =
                IntStream.range(0, chance.between(2, 5)).mapToObj(i -> "s" + i).toList();
        List<String> deadlines =
                IntStream.range(0, chance.between(0, 2)).mapToObj(i -> "d" + i).toList();
        var transitions = new ArrayList<Map<String, Object>>();
        for (int i = 1; i < states.size(); i++) {
            transitions.add(transition("t" + i, List.of(states.get(i - 1)), states.get(i), chance));
        }
        for (int i = 0; i < chance.between(1, 4); i++) {
            transitions.add(transition("x" + i, chance.some(states, 1), chance.of(states), chance));
        }
        transitions.forEach(transition -> transition.put(
                "effects",
                IntStream.range(0, chance.between(0, 3))
                        .mapToObj(i -> effect(fields, deadlines, chance, make))
                        .toList()));
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "incidents.report");
        json.put("kind", kind);
        json.put("title", label(kind));
        json.put("fields", fields);
        json.put("states", states(states));
        json.put("initial", "s0");
        json.put("transitions", transitions);
        json.put("routing", routing(fields, chance, make));
        json.put(
                "deadlines",
                deadlines.stream().map(id -> deadline(id, states, chance)).toList());
        List<String> ids =
                transitions.stream().map(one -> String.valueOf(one.get("id"))).toList();
        return new RandomDefinition(kind, fields, ids, Json.write(json));
    }

    private static List<Map<String, Object>> states(List<String> ids) {
        return ids.stream()
                .map(id -> Map.of("id", id, "phase", id.equals("s1") ? "closed" : "open", "label", label(id)))
                .toList();
    }

    private static Map<String, Object> transition(String id, List<String> from, String to, Chance chance) {
        var transition = new LinkedHashMap<String, Object>();
        transition.put("id", id);
        transition.put("from", from);
        transition.put("to", to);
        transition.put("label", label(id));
        transition.put("reason", chance.of(List.of("none", "optional", "required")));
        transition.put("requires", chance.percent(20) ? List.of("severity", Map.of("actions", "all-done")) : List.of());
        return transition;
    }

    private static Map<String, Object> effect(
            List<Map<String, Object>> fields, List<String> deadlines, Chance chance, RandomFields make) {
        int which = chance.between(0, 7);
        if (which < 2 && !deadlines.isEmpty()) {
            return Map.of(which == 0 ? "startDeadline" : "stopDeadline", chance.of(deadlines));
        }
        return switch (which) {
            case 2 -> Map.of("assign", Map.of("role", chance.of(List.of("handler", "nobody")), "for", "unit"));
            case 3 -> Map.of("assign", Map.of("party", chance.of(List.of("reporter", "manager-of-unit"))));
            case 4 -> Map.of("createAction", Map.of("title", label("a"), "responsible", "assignee", "due", "P1D"));
            case 5 -> Map.of("route", true);
            case 6 -> Map.of("notify", Map.of("to", List.of("reporter", "handler"), "template", "told"));
            default -> Map.of("set", set(fields, chance, make));
        };
    }

    private static Map<String, Object> set(List<Map<String, Object>> fields, Chance chance, RandomFields make) {
        Map<String, Object> field = chance.of(fields);
        boolean outside = List.of("person", "unit", "asset", "file", "photo").contains(field.get("type"));
        return outside
                ? Map.of("severity", chance.between(0, 4))
                : Map.of(String.valueOf(field.get("id")), make.fitting(field));
    }

    private static List<Map<String, Object>> routing(
            List<Map<String, Object>> fields, Chance chance, RandomFields make) {
        var routes = new ArrayList<Map<String, Object>>();
        routes.add(Map.of("when", make.condition(fields), "notify", List.of("manager-of-unit")));
        routes.add(Map.of("when", make.condition(fields), "assign", Map.of("role", "nobody")));
        routes.add(Map.of("assign", Map.of("role", "handler"), "notify", List.of("reporter")));
        return chance.some(routes, 1);
    }

    private static Map<String, Object> deadline(String id, List<String> states, Chance chance) {
        return Map.of(
                "id",
                id,
                "label",
                label(id),
                "starts",
                chance.of(states),
                "stops",
                chance.some(states, 1),
                "due",
                "P3WD");
    }
}
