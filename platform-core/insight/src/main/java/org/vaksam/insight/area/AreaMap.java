package org.vaksam.insight.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All areas, of which a place is in at most one: the first that contains it.
 *
 * @param fingerprint tells one map from another; empty when there are no areas
 */
public record AreaMap(List<Area> areas, String fingerprint) {
    /** Without areas. */
    public static final AreaMap NONE = new AreaMap(List.of(), "");

    /** The id of the area of a place, in units of {@link org.vaksam.insight.schema.Coordinates}. */
    public Optional<String> at(int latitude, int longitude) {
        for (Area area : areas) {
            if (area.contains(latitude, longitude)) {
                return Optional.of(area.id());
            }
        }
        return Optional.empty();
    }

    /** Names by id. */
    public Map<String, String> names() {
        return areas.stream().collect(Collectors.toMap(Area::id, Area::name));
    }
}
