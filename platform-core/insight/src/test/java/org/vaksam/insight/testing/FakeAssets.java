package org.vaksam.insight.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.spi.records.Assets;

/** A school and its hall below it. */
public final class FakeAssets implements Assets {
    public static final String SCHOOL = "00000000-0000-7000-8000-0000000000a1";
    public static final String HALL = "00000000-0000-7000-8000-0000000000a2";

    @Override
    public Optional<String> find(String idOrKey) {
        return Optional.of(idOrKey).filter(List.of(SCHOOL, HALL)::contains);
    }

    @Override
    public Optional<String> type(String id) {
        return find(id).map(found -> found.equals(SCHOOL) ? "building" : "room");
    }

    @Override
    public Optional<Sketch> sketch(String idOrKey) {
        return find(idOrKey).map(id -> new Sketch(id, "Skolan", Optional.empty(), Optional.empty()));
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return ids.contains(SCHOOL) ? Map.of(SCHOOL, "Skolan") : Map.of();
    }

    @Override
    public List<String> below(String idOrKey) {
        return idOrKey.equals(SCHOOL) ? List.of(SCHOOL, HALL) : List.of();
    }
}
