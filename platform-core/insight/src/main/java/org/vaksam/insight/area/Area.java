package org.vaksam.insight.area;

import java.util.List;

/**
 * A part of the map with a name, such as a district.
 *
 * @param id key of the dimension
 */
record Area(String id, String name, List<Polygon> polygons) {
    boolean contains(int latitude, int longitude) {
        for (Polygon polygon : polygons) {
            if (polygon.contains(latitude, longitude)) {
                return true;
            }
        }
        return false;
    }
}
