package org.vaksam.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in a form as people do: what is asked first nearly always, the rest often. */
final class FieldValues {
    private final Dice dice;

    FieldValues(Dice dice) {
        this.dice = dice;
    }

    Map<String, Object> of(JsonNode fields) {
        var values = new LinkedHashMap<String, Object>();
        fields.properties().forEach(field -> {
            boolean filledIn = values.isEmpty() || dice.chance(65);
            if (filledIn) {
                values.put(field.getKey(), value(field.getValue()));
            }
        });
        return values;
    }

    private Object value(JsonNode how) {
        if (how.has("chance")) {
            return dice.chance(how.path("chance").asInt());
        }
        if (how.has("from")) {
            int step = how.path("step").asInt();
            int steps = (how.path("to").asInt() - how.path("from").asInt()) / step;
            // small numbers are more common than large ones
            return how.path("from").asInt() + step * Math.min(dice.below(steps + 1), dice.below(steps + 1));
        }
        return dice.oneOf(texts(how.has("oneOf") ? how.path("oneOf") : how.path("text")));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
