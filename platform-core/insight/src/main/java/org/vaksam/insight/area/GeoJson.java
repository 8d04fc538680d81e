package org.vaksam.insight.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Coordinates;

/** Reads areas from a GeoJSON FeatureCollection (RFC 7946) of polygons in WGS 84; each has an id and a name. */
final class GeoJson {
    private static final int MOST_AREAS = 1_000;
    private static final int MOST_POINTS = 400_000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
    private final Set<String> ids = new HashSet<>();
    private int points;

    private GeoJson() {}

    /** The map of this text; 400 when it is no JSON, 422 with the path of what is wrong. */
    static AreaMap read(String text) {
        try {
            return new GeoJson().map(new ObjectMapper().readTree(text), text);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest(new Text("Filen är inte JSON.", "The file is not JSON."))
                    .causedBy(e);
        }
    }

    private AreaMap map(JsonNode root, String text) {
        JsonNode features = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !features.isArray()) {
            throw wrong("features", "Ska vara en FeatureCollection.", "Must be a FeatureCollection.");
        }
        if (features.size() > MOST_AREAS) {
            throw wrong("features", "Högst " + MOST_AREAS + " områden.", "At most " + MOST_AREAS + " areas.");
        }
        var areas = new ArrayList<Area>();
        for (int i = 0; i < features.size(); i++) {
            areas.add(area(features.get(i), "features[" + i + "]"));
        }
        return areas.isEmpty() ? AreaMap.NONE : new AreaMap(List.copyOf(areas), fingerprint(text));
    }

    private Area area(JsonNode feature, String path) {
        String id = feature.hasNonNull("id")
                ? feature.get("id").asText()
                : feature.at("/properties/id").asText();
        String name = feature.at("/properties/name").asText().strip();
        if (!ID.matcher(id).matches() || id.equals("none") || !ids.add(id)) {
            throw wrong(
                    path + ".id",
                    "Varje område har ett eget id av bokstäver, siffror, punkt, streck.",
                    "Every area has an id of its own of letters, digits, dots, dashes.");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw wrong(
                    path + ".properties.name",
                    "Varje område har ett namn, högst " + LONGEST_NAME + " tecken.",
                    "Every area has a name, at most " + LONGEST_NAME + " characters.");
        }
        JsonNode coordinates = feature.at("/geometry/coordinates");
        String where = path + ".geometry";
        var polygons = new ArrayList<Polygon>();
        switch (feature.at("/geometry/type").asText()) {
            case "Polygon" -> polygons.add(polygon(coordinates, where));
            case "MultiPolygon" -> coordinates.forEach(each -> polygons.add(polygon(each, where)));
            default ->
                throw wrong(where, "Ska vara en Polygon eller MultiPolygon.", "Must be a Polygon or a MultiPolygon.");
        }
        return new Area(id, name, List.copyOf(polygons));
    }

    private Polygon polygon(JsonNode rings, String path) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw ring(path);
        }
        var all = new ArrayList<int[]>();
        rings.forEach(ring -> all.add(points(ring, path)));
        return Polygon.of(all);
    }

    private int[] points(JsonNode ring, String path) {
        int size = ring.size();
        points += size;
        if (points > MOST_POINTS) {
            throw wrong("features", "Högst " + MOST_POINTS + " punkter.", "At most " + MOST_POINTS + " points.");
        }
        if (!ring.isArray() || size < 4 || !ring.get(0).equals(ring.get(size - 1))) {
            throw ring(path);
        }
        var flat = new int[(size - 1) * 2];
        for (int i = 0; i < size - 1; i++) {
            flat[i * 2] = units(ring.get(i).path(0), 180, path);
            flat[i * 2 + 1] = units(ring.get(i).path(1), 90, path);
        }
        return flat;
    }

    private static int units(JsonNode number, int limit, String path) {
        if (!number.isNumber() || Math.abs(number.doubleValue()) > limit) {
            throw ring(path);
        }
        return Coordinates.edge(BigDecimal.valueOf(number.doubleValue()));
    }

    private static Problem ring(String path) {
        return wrong(
                path,
                "En polygon består av slutna ringar av [longitud, latitud] i WGS 84, minst fyra punkter var.",
                "A polygon has closed rings of [longitude, latitude] in WGS 84, at least four points each.");
    }

    private static Problem wrong(String path, String sv, String en) {
        return Problem.invalid(List.of(new FieldProblem(path, new Text(sv, en))));
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
