package org.vaksam.insight.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units;

/** A small organisation that can be reorganised. */
public final class FakeUnits implements Units {
    private final Map<String, String> parents = new TreeMap<>();
    private volatile List<Unit> units = List.of();

    public FakeUnits() {
        parents.put("city", "");
        parents.put("schools", "city");
        parents.put("north", "schools");
        parents.put("south", "schools");
        parents.put("parks", "city");
        units = read();
    }

    /** The id of the unit with this code. */
    public static String id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    public void move(String code, String parent) {
        parents.put(code, parent);
        units = read();
    }

    @Override
    public Optional<Unit> find(String idOrCode) {
        return all().stream()
                .filter(unit -> unit.id().equals(idOrCode) || unit.code().equals(idOrCode))
                .findFirst();
    }

    @Override
    public List<Unit> all() {
        return units;
    }

    private List<Unit> read() {
        return parents.keySet().stream()
                .map(code -> new Unit(
                        id(code), code, Text.same(code), "unit", parent(code).map(FakeUnits::id), path(code)))
                .toList();
    }

    private Optional<String> parent(String code) {
        return Optional.ofNullable(parents.get(code)).filter(parent -> !parent.isEmpty());
    }

    private String path(String code) {
        return parent(code).map(this::path).orElse("") + id(code) + "/";
    }
}
