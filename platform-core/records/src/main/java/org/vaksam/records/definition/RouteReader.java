package org.vaksam.records.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where new records go. */
final class RouteReader {
    static final List<String> KEYS = List.of("when", "assign", "notify");

    private RouteReader() {}

    static List<Route> read(JsonObject definition, Parties parties) {
        var routes = new ArrayList<Route>();
        for (JsonObject json : definition.objects("routing", 100)) {
            json.only(KEYS);
            if (!json.has("assign") && !json.has("notify")) {
                json.complain("assign", "Saknas, liksom notify.", "Missing, and so is notify.");
            }
            Optional<Condition> when = json.object("when").flatMap(ConditionReader::read);
            routes.add(new Route(
                    when, json.object("assign").flatMap(parties::assignment), parties.parties(json, "notify")));
        }
        return routes;
    }
}
