package org.vaksam.web;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units;

/** A class below a school, and a park beside it. */
final class FakeUnits implements Units {
    @Override
    public Optional<Unit> find(String idOrCode) {
        return all().stream().filter(unit -> unit.id().equals(idOrCode)).findFirst();
    }

    @Override
    public List<Unit> all() {
        return List.of(unit("school", "school/"), unit("class", "school/class/"), unit("park", "park/"));
    }

    private static Unit unit(String id, String path) {
        return new Unit(id, id, Text.same(id), "unit", Optional.empty(), path);
    }
}
