package org.vaksam.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.rest.Platform;

/** Makes the units that are missing. The topmost one remembers on which day the demo was first made. */
final class Organisation {
    private static final String MARK = "vaksam-demo:";

    private final Platform platform;
    private final List<TownUnit> units;

    Organisation(Platform platform, List<TownUnit> units) {
        this.platform = platform;
        this.units = units;
    }

    /** The day everything else is counted back from: today at the first run, the same day ever after. */
    LocalDate anchor(LocalDate today) {
        TownUnit top = units.get(0);
        for (JsonNode unit : platform.get("/api/units?q=" + top.code()).path("items")) {
            if (unit.path("code").asText().equals(top.code())) {
                return anchorOf(unit);
            }
        }
        create(top, Optional.of(MARK + today));
        return today;
    }

    /** Returns how many were missing. */
    int ensure() {
        Set<String> known = new HashSet<>();
        platform.get("/api/units")
                .path("items")
                .forEach(unit -> known.add(unit.path("code").asText()));
        int made = 0;
        for (TownUnit unit : units) {
            if (known.add(unit.code())) {
                create(unit, Optional.empty());
                made++;
            }
        }
        return made;
    }

    private static LocalDate anchorOf(JsonNode top) {
        String key = top.path("externalKey").asText();
        if (!key.startsWith(MARK)) {
            throw new Failure(
                    Failure.REFUSED,
                    "This platform has an organisation of its own with a unit "
                            + top.path("code").asText() + ". The demo is for an empty platform.");
        }
        return LocalDate.parse(key.substring(MARK.length()));
    }

    private void create(TownUnit unit, Optional<String> externalKey) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", unit.code());
        body.put("type", unit.type());
        body.put("name", Map.of("sv", unit.swedish(), "en", unit.english()));
        unit.parent().ifPresent(parent -> body.put("parent", parent));
        externalKey.ifPresent(key -> body.put("externalKey", key));
        platform.post("/api/units", body);
    }
}
