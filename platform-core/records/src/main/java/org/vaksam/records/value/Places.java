package org.vaksam.records.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.records.Place;

/** Places of the input: a name, coordinates, or both. */
public final class Places {
    private static final Set<String> MEMBERS = Set.of("name", "latitude", "longitude");

    private Places() {}

    public static Map<String, Object> toJson(Place place) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", place.name());
        place.latitude().ifPresent(value -> json.put("latitude", value));
        place.longitude().ifPresent(value -> json.put("longitude", value));
        return json;
    }

    /** What is wrong is said below this path. */
    public static Optional<Place> read(Object value, String path, Problems problems) {
        if (!(value instanceof Map<?, ?> members)) {
            problems.add(
                    path,
                    "Ska vara ett objekt med name, latitude och longitude.",
                    "Must be an object with name, latitude and longitude.");
            return Optional.empty();
        }
        for (Object key : members.keySet()) {
            String name = String.valueOf(key);
            if (!MEMBERS.contains(name)) {
                problems.add(
                        path + "." + name,
                        "Finns inte på en plats." + Nearest.swedish(name, MEMBERS),
                        "A place has no such member." + Nearest.english(name, MEMBERS));
            }
        }
        Object givenName = members.get("name");
        String name = givenName == null
                ? ""
                : Words.line(givenName, path + ".name", 200, problems).orElse("");
        Optional<Double> latitude = degrees(members.get("latitude"), path + ".latitude", 90, problems);
        Optional<Double> longitude = degrees(members.get("longitude"), path + ".longitude", 180, problems);
        if ((members.get("latitude") == null) != (members.get("longitude") == null)) {
            problems.add(
                    path,
                    "Latitud och longitud hör ihop: ange båda eller ingen.",
                    "Latitude and longitude belong together: give both or none.");
        }
        return name.isEmpty() && latitude.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(name, latitude, longitude));
    }

    private static Optional<Double> degrees(@Nullable Object value, String path, int limit, Problems problems) {
        if (value == null) {
            return Optional.empty();
        }
        double degrees = value instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(Math.abs(degrees) <= limit)) {
            problems.add(
                    path,
                    "Ska vara ett tal mellan -" + limit + " och " + limit + ".",
                    "Must be a number between -" + limit + " and " + limit + ".");
            return Optional.empty();
        }
        return Optional.of(degrees);
    }
}
