package org.vaksam.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of police types in memory. */
final class FakePoliceTypes implements PoliceTypes {
    final Map<String, Mapping> rows = new LinkedHashMap<>();
    final List<String> seen = new ArrayList<>();

    FakePoliceTypes with(String name, String kind) {
        rows.put(name, new Mapping(name, kind, Optional.empty()));
        return this;
    }

    @Override
    public List<Mapping> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public void seen(String name) {
        seen.add(name);
        String kind = Optional.ofNullable(rows.get(name)).map(Mapping::kind).orElse(Kinds.OTHER);
        rows.put(name, new Mapping(name, kind, Optional.of(Instant.EPOCH)));
    }

    @Override
    public Optional<Mapping> assign(String name, String kind) {
        return Optional.ofNullable(rows.computeIfPresent(name, (key, old) -> new Mapping(key, kind, old.firstSeen())));
    }
}
