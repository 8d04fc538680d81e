package org.vaksam.records.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Ids;
import org.vaksam.records.engine.Engine;

/** Fields of every type, and values that fit them or do not. */
final class RandomFields {
    private static final List<String> TYPES = List.of(
            "text",
            "long-text",
            "number",
            "money",
            "date",
            "time",
            "choice",
            "boolean",
            "people",
            "range",
            "tree",
            "person",
            "unit",
            "asset",
            "place",
            "file",
            "photo",
            "table");
    private static final List<Object> WRONG = List.of(
            "�",
            "",
            " ",
            -7_777,
            1e30,
            true,
            List.of(),
            List.of(1),
            Map.of(),
            Map.of("from", 9, "to", 1),
            "x".repeat(600));

    private final Chance chance;
    private final Engine engine;
    private final String asset;

    RandomFields(Chance chance, Engine engine, String asset) {
        this.chance = chance;
        this.engine = engine;
        this.asset = asset;
    }

    List<Map<String, Object>> fields() {
        var fields = new ArrayList<Map<String, Object>>();
        int count = chance.between(2, 9);
        for (int i = 0; i < count; i++) {
            Map<String, Object> field = field("f" + i, chance.of(TYPES));
            if (chance.percent(15)) {
                field.put("sensitive", true);
            }
            if (chance.percent(15) && !fields.isEmpty()) {
                field.put("showIf", condition(fields));
            }
            if (chance.percent(20)
                    && List.of("text", "choice", "tree", "number", "boolean").contains(field.get("type"))) {
                field.put("default", fitting(field));
            }
            if (chance.percent(10)) {
                field.put("required", true);
            }
            fields.add(field);
        }
        return fields;
    }

    /** About one of these fields, or about something every record has. */
    Map<String, Object> condition(List<Map<String, Object>> fields) {
        if (chance.percent(30)) {
            return Map.of("field", "severity", "atLeast", chance.between(0, 4));
        }
        Map<String, Object> field = chance.of(fields);
        Object id = field.get("id");
        Map<String, Object> about = List.of("choice", "boolean").contains(String.valueOf(field.get("type")))
                ? Map.of("field", id, "is", fitting(field))
                : Map.of("field", id, "isSet", chance.percent(50));
        return chance.percent(30) ? Map.of("not", about) : about;
    }

    /** Mostly a value that fits; sometimes none, sometimes a wrong one. */
    @Nullable
    Object value(Map<String, Object> field) {
        return chance.percent(10) ? null : chance.percent(8) ? chance.of(WRONG) : fitting(field);
    }

    Object fitting(Map<String, Object> field) {
        return switch (String.valueOf(field.get("type"))) {
            case "text" -> "ord " + chance.between(1, 99);
            case "long-text" -> "rad\nrad " + chance.between(1, 99);
            case "number" -> chance.between(0, 10);
            case "money" -> chance.between(0, 9_999) + ".50";
            case "date" -> "2026-0" + chance.between(1, 9) + "-11";
            case "time" -> "2026-0" + chance.between(1, 9) + "-11T10:00:00+01:00";
            case "boolean" -> chance.percent(50);
            case "choice" -> chance.of(List.of("a", "b", "c"));
            case "tree" -> chance.of(List.of("a", "a1", "a2", "b"));
            case "people" -> List.of(Map.of("role", "witness", "name", "Bo " + chance.between(1, 9)));
            case "range" ->
                chance.percent(30) ? Map.of("to", 9) : Map.of("from", chance.between(0, 4), "to", chance.between(5, 9));
            case "person" -> "anna";
            case "unit" -> chance.of(List.of("SCHOOL", "PARK", "CITY"));
            case "asset" -> asset;
            case "place" -> Map.of("name", "Plats " + chance.between(1, 9), "latitude", 55.5, "longitude", 13);
            case "file", "photo" -> List.of(uploaded());
            default -> List.of(Map.of("a", chance.between(0, 9)), Map.of("a", 1, "b", "ord"));
        };
    }

    private String uploaded() {
        String id = Ids.next();
        engine.casework.upload(id);
        return id;
    }

    private static Map<String, Object> field(String id, String type) {
        var field = new LinkedHashMap<String, Object>();
        field.put("id", id);
        field.put("type", type);
        field.put("label", label(id));
        field.putAll(more(type));
        return field;
    }

    private static Map<String, Object> more(String type) {
        return switch (type) {
            case "money" -> Map.of("currency", "SEK");
            case "number" -> Map.of("min", 0, "max", 10);
            case "choice" -> Map.of("choices", List.of(choice("a"), choice("b"), choice("c")));
            case "tree" -> {
                var top = new HashMap<>(choice("a"));
                top.put("choices", List.of(choice("a1"), choice("a2")));
                yield Map.of("choices", List.of(top, choice("b")));
            }
            case "people" -> Map.of("roles", List.of("witness"));
            case "table" -> Map.of("columns", List.of(field("a", "number"), field("b", "text")), "maxRows", 3);
            default -> Map.of();
        };
    }

    private static Map<String, Object> choice(String id) {
        return Map.of("id", id, "label", label(id));
    }

    static Map<String, Object> label(String id) {
        return Map.of("sv", "sv " + id, "en", "en " + id);
    }
}
