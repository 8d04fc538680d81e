package org.vaksam.records.definition;

import java.util.List;

/** Reads what follows from a record: effects, routing, deadlines, retention. Checked here, carried out by casework. */
final class FollowUpReader {
    static final List<String> ROUTE = List.of("when", "assign", "notify");
    static final List<String> DEADLINE = List.of("id", "label", "starts", "stops", "due", "remind", "escalate");

    private FollowUpReader() {}

    static void effect(JsonObject json) {
        json.only(List.of("createAction", "notify"));
        if (json.has("createAction") == json.has("notify")) {
            json.complain(
                    "createAction",
                    "En följd är antingen createAction eller notify.",
                    "An effect is either createAction or notify.");
        }
        json.object("createAction").ifPresent(action -> {
            action.only(List.of("title", "responsible", "due"));
            action.label("title");
            action.required("responsible", action.text("responsible", 100));
            action.period("due");
        });
        json.object("notify").ifPresent(notice -> {
            notice.only(List.of("to", "template"));
            notice.required("to", notice.texts("to", 20).stream().findFirst());
            notice.required("template", notice.text("template", 100));
        });
    }

    static void routing(JsonObject definition) {
        for (JsonObject route : definition.objects("routing", 100)) {
            route.only(ROUTE);
            if (!route.has("assign") && !route.has("notify")) {
                route.complain("assign", "Saknas, liksom notify.", "Missing, and so is notify.");
            }
            route.object("when").ifPresent(ConditionReader::read);
            route.texts("notify", 20);
            route.object("assign").ifPresent(assign -> {
                assign.only(List.of("role", "for"));
                assign.required("role", assign.text("role", 100));
                assign.oneOf("for", List.of("unit"));
            });
        }
    }

    static void deadlines(JsonObject definition) {
        List<JsonObject> deadlines = definition.objects("deadlines", 50);
        for (JsonObject deadline : deadlines) {
            deadline.only(DEADLINE);
            deadline.id("id");
            deadline.label("label");
            deadline.required("starts", deadline.text("starts", 40));
            deadline.required("stops", deadline.texts("stops", 50).stream().findFirst());
            deadline.required("due", deadline.period("due"));
            deadline.texts("remind", 10).forEach(period -> deadline.periodOf("remind", period));
            deadline.object("escalate").ifPresent(escalate -> {
                escalate.only(List.of("to"));
                escalate.required("to", escalate.text("to", 100));
            });
        }
        definition.unique(
                "deadlines",
                deadlines.stream().map(json -> json.raw("id").asText()).toList());
    }

    static void retention(JsonObject definition) {
        definition.object("retention").ifPresent(retention -> RetentionRule.read(retention, ""));
    }
}
