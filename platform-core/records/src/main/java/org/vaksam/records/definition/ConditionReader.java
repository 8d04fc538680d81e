package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions. */
final class ConditionReader {
    static final List<String> COMBINATIONS = List.of("all", "any", "not");
    static final List<String> OPERATORS = List.of("is", "in", "atLeast", "atMost", "isSet", "within");

    private static final int DEEPEST = 8;
    private static final int MOST = 50;

    private ConditionReader() {}

    static Optional<Condition> read(JsonObject json) {
        return read(json, 0);
    }

    private static Optional<Condition> read(JsonObject json, int depth) {
        if (depth > DEEPEST) {
            json.complain("", "Villkoret är för djupt.", "The condition is nested too deeply.");
            return Optional.empty();
        }
        if (json.has("field")) {
            return comparison(json);
        }
        json.only(COMBINATIONS);
        List<String> present = COMBINATIONS.stream().filter(json::has).toList();
        if (present.size() != 1) {
            json.complain(
                    "field",
                    "Ett villkor har field med en jämförelse, eller ett av all, any, not.",
                    "A condition has a field with a comparison, or one of all, any, not.");
            return Optional.empty();
        }
        if (json.has("not")) {
            return json.object("not").flatMap(inner -> read(inner, depth + 1)).map(Condition.Not::new);
        }
        String name = present.get(0);
        var parts = new ArrayList<Condition>();
        json.objects(name, MOST).forEach(part -> read(part, depth + 1).ifPresent(parts::add));
        if (json.raw(name).isEmpty()) {
            json.complain(name, "Ska ha minst ett villkor.", "Must have at least one condition.");
        }
        return Optional.of(name.equals("all") ? new Condition.All(parts) : new Condition.Any(parts));
    }

    private static Optional<Condition> comparison(JsonObject json) {
        var known = new ArrayList<String>(OPERATORS);
        known.add("field");
        json.only(known);
        String field = json.text("field", 40).orElse("");
        List<String> present = OPERATORS.stream().filter(json::has).toList();
        if (present.size() != 1) {
            String listed = String.join(", ", OPERATORS);
            json.complain(
                    "field",
                    "Ska jämföras med exakt ett av: " + listed + ".",
                    "Must be compared with exactly one of: " + listed + ".");
            return Optional.empty();
        }
        String operator = present.get(0);
        return switch (operator) {
            case "is" -> scalar(json, "is", json.raw("is")).map(value -> new Condition.In(field, List.of(value)));
            case "in" -> Optional.of(new Condition.In(field, scalars(json)));
            case "isSet" -> Optional.of(new Condition.IsSet(field, json.flag("isSet")));
            case "within" -> within(json, field);
            default ->
                json.number(operator).map(limit -> new Condition.Bound(field, operator.equals("atLeast"), limit));
        };
    }

    private static Optional<Condition> within(JsonObject json, String field) {
        return field.equals("unit")
                ? json.text("within", 100).map(unit -> new Condition.WithinUnit(field, unit))
                : json.period("within").map(period -> new Condition.WithinPeriod(field, period));
    }

    private static List<Object> scalars(JsonObject json) {
        var all = new ArrayList<Object>();
        for (JsonNode element : json.list("in", MOST)) {
            scalar(json, "in[" + all.size() + "]", element).ifPresent(all::add);
        }
        if (json.raw("in").isArray() && json.raw("in").isEmpty()) {
            json.complain("in", "Ska ha minst ett värde.", "Must have at least one value.");
        }
        return all;
    }

    private static Optional<Object> scalar(JsonObject json, String name, JsonNode value) {
        if (value.isTextual()) {
            return Optional.of(value.asText());
        }
        if (value.isBoolean()) {
            return Optional.of(value.asBoolean());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Optional.of(number);
        }
        json.complain(name, "Ska vara text, tal, true eller false.", "Must be a text, a number, true or false.");
        return Optional.empty();
    }
}
