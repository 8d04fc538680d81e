package org.vaksam.launcher.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A unit of the town.
 *
 * @param parent code of the unit above
 * @param group  what sort of place it is: says which incidents happen there; empty when it only holds others
 */
record TownUnit(
        String code,
        String type,
        String swedish,
        String english,
        Optional<String> parent,
        String group,
        String place,
        double latitude,
        double longitude) {

    /** The whole town, parents before their children. */
    static List<TownUnit> all() {
        var units = new ArrayList<TownUnit>();
        Deque<TownUnit> above = new ArrayDeque<>();
        for (String line : Resource.lines("organisation.txt")) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (above.size() > depth) {
                above.pop();
            }
            TownUnit unit = read(line, Optional.ofNullable(above.peek()).map(TownUnit::code));
            above.push(unit);
            units.add(unit);
        }
        return units;
    }

    private static TownUnit read(String line, Optional<String> parent) {
        String[] parts = line.strip().split("\\s*\\|\\s*");
        boolean place = parts.length > 4;
        String[] coordinates = place ? parts[6].split("\\s*,\\s*") : new String[] {"0", "0"};
        return new TownUnit(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                parent,
                place ? parts[4] : "",
                place ? parts[5] : "",
                Double.parseDouble(coordinates[0]),
                Double.parseDouble(coordinates[1]));
    }
}
