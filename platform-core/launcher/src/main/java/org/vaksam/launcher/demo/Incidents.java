package org.vaksam.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.launcher.rest.Platform;

/** Reports the incidents that are missing and moves each to where it has come. */
final class Incidents {
    private static final String REPORTS = "/api/incidents/reports";

    private record Known(String id, int version) {}

    private final Platform platform;
    private final String run;
    private final Map<String, Known> known = new HashMap<>();

    /**
     * Reads what is there.
     *
     * @param top code of the unit that holds the town
     * @param run what the idempotency keys begin with
     */
    Incidents(Platform platform, String top, String run) {
        this.platform = platform;
        this.run = run;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            cursor = readPage(top, cursor.get());
        }
    }

    /**
     * Whether it was missing. One that is there is moved on from where an earlier run left it, but only while nobody else has
     * changed it since: every move of ours raises the version by one.
     */
    boolean ensure(Incident incident) {
        Optional<Known> before = Optional.ofNullable(known.get(incident.likeness()));
        Known record = before.orElseGet(() -> create(incident));
        List<Incident.Move> moves = incident.moves();
        int done = Math.min(moves.size(), record.version() - 1);
        for (Incident.Move move : moves.subList(done, moves.size())) {
            platform.post(REPORTS + "/" + record.id() + "/transitions/" + move.transition(), move.body());
        }
        return before.isEmpty();
    }

    private Known create(Incident incident) {
        JsonNode made = platform.create(REPORTS, "demo-" + run + "-" + incident.number(), incident.body());
        return new Known(made.path("id").asText(), made.path("version").asInt());
    }

    private Optional<String> readPage(String top, String cursor) {
        JsonNode page = platform.get(REPORTS + "?limit=200&sort=createdAt&unit=" + top
                + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
        for (JsonNode item : page.path("items")) {
            if (item.hasNonNull("occurredAt")) {
                String likeness = Incident.likeness(
                        item.path("title").asText(),
                        Instant.parse(item.path("occurredAt").asText()),
                        item.path("unit").path("code").asText());
                known.put(
                        likeness,
                        new Known(item.path("id").asText(), item.path("version").asInt()));
            }
        }
        return Optional.of(page.path("next").asText("")).filter(next -> !next.isEmpty() && !next.equals("null"));
    }
}
