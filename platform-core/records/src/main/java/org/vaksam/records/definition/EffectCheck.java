package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;

/** Checks what the effects of transitions name: deadlines, routes, and fields with their values. */
final class EffectCheck {
    private static final String START = "startDeadline";
    private static final String SET = "set";

    private final JsonObject root;
    private final KindDefinition definition;
    private final List<String> deadlines;

    EffectCheck(JsonObject root, KindDefinition definition) {
        this.root = root;
        this.definition = definition;
        this.deadlines = definition.deadlines().stream().map(Deadline::id).toList();
    }

    void run() {
        var started = new ArrayList<String>();
        for (JsonObject transition : root.objects("transitions", Integer.MAX_VALUE)) {
            for (JsonObject effect : transition.objects("effects", Integer.MAX_VALUE)) {
                deadline(effect, START);
                deadline(effect, "stopDeadline");
                started.add(effect.raw(START).asText());
                effect.object(SET).ifPresent(this::values);
                if (effect.has("route") && definition.routes().isEmpty()) {
                    effect.complain("route", "Det finns ingen routing.", "There is no routing.");
                }
            }
        }
        for (JsonObject deadline : root.objects("deadlines", Integer.MAX_VALUE)) {
            if (!deadline.has("starts") && !started.contains(deadline.raw("id").asText())) {
                deadline.complain(
                        "starts",
                        "Saknas, och ingen övergång startar fristen.",
                        "Missing, and no transition starts the deadline.");
            }
        }
    }

    private void deadline(JsonObject effect, String key) {
        String id = effect.raw(key).asText();
        if (effect.has(key) && !deadlines.contains(id)) {
            effect.complain(
                    key,
                    "Det finns ingen frist " + id + "." + Nearest.swedish(id, deadlines),
                    "There is no deadline " + id + "." + Nearest.english(id, deadlines));
        }
    }

    private void values(JsonObject set) {
        for (Map.Entry<String, JsonNode> member : set.node().properties()) {
            String name = member.getKey();
            if (name.equals("severity")) {
                severity(set, member.getValue());
            } else if (name.equals("category")) {
                category(set, member.getValue());
            } else {
                field(set, name, member.getValue());
            }
        }
    }

    private static void severity(JsonObject set, JsonNode value) {
        if (!value.isNull()) {
            set.whole("severity", 0, 4);
        }
    }

    private static void category(JsonObject set, JsonNode value) {
        if (!value.isNull()) {
            set.text("category", 100);
        }
    }

    private void field(JsonObject set, String name, JsonNode value) {
        var field = definition.field(name);
        if (field.isEmpty()) {
            var known = new ArrayList<>(EffectReader.SETTABLE);
            definition.fields().stream().map(FieldDefinition::id).forEach(known::add);
            FieldReader.unknown(set, name, name, known);
        } else if (!value.isNull()) {
            field.get().rule().read(Json.plain(value), set.at(name), set.problems());
        } else if (field.get().required()) {
            set.complain(name, "Måste ha ett värde.", "Must have a value.");
        }
    }
}
