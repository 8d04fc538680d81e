package org.vaksam.insight.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.schema.Coordinates;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.testkit.Waiting;

/** Records are counted by the parts of the map they lie in: each in exactly one. */
final class AreasTest {
    private static final String TWO =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"west","properties":{"name":"Väst"},"geometry":{"type":"Polygon","coordinates":
            [[[12,55],[13,55],[13,57],[12,57],[12,55]],[[12.4,55.4],[12.6,55.4],[12.6,55.6],[12.4,55.6],[12.4,55.4]]]}},
            {"type":"Feature","id":"east","properties":{"name":"Öst"},"geometry":{"type":"MultiPolygon","coordinates":
            [[[[13,55],[14,56],[13,57],[13,55]]],[[[15,55],[16,55],[16,56],[15,55]]]]}}]}
            """;

    @Test
    void everyPlaceIsInOneAreaOrNone() {
        AreaMap map = GeoJson.read(TWO);

        assertThat(at(map, 55.2, 12.5)).isEqualTo("west");
        assertThat(at(map, 55.5, 12.5)).as("in the hole").isEmpty();
        assertThat(at(map, 56, 13)).as("on the common edge").isIn("west", "east");
        assertThat(at(map, 56, 13.5)).isEqualTo("east");
        assertThat(at(map, 55.2, 15.8)).isEqualTo("east");
        assertThat(at(map, 59, 18)).isEmpty();
    }

    @Test
    void areasThatTileTheMapTakeEveryPoint() {
        var features = new StringBuilder();
        for (int column = 0; column < 4; column++) {
            features.append(column == 0 ? "" : ",")
                    .append(
                            """
                            {"type":"Feature","id":"c%1$d","properties":{"name":"C"},"geometry":{"type":"Polygon","coordinates":
                            [[[%1$d,0],[%2$d,0.3],[%2$d,4.7],[%1$d,4],[%1$d,0]]]}}
                            """
                                    .formatted(column, column + 1));
        }
        AreaMap map = GeoJson.read("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double longitude = i % 3 == 0 ? 1 + random.nextInt(3) : random.nextDouble() * 4;
            double latitude = 0.5 + random.nextDouble() * 3;
            int[] units = units(latitude, longitude);
            long in = map.areas().stream()
                    .filter(area -> area.contains(units[0], units[1]))
                    .count();
            assertThat(in).as("%s %s", latitude, longitude).isEqualTo(1);
        }
    }

    @Test
    void cellsOfAreasListTheirRecords(@TempDir Path folder) throws Exception {
        try (var world = new World(folder)) {
            world.put(
                    Row.number(1).place("A", 55.2, 12.5),
                    Row.number(2).place("B", 56, 13.5),
                    Row.number(3).place("C", 59, 18),
                    Row.number(4));
            assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
            assertThat(world.total("area=none")).isEqualTo(4);
            world.areas = GeoJson.read(TWO);
            Waiting.until(() -> world.total("area=none") == 2, "the areas");
            JsonNode cube = new ObjectMapper().readTree(world.insight().cube(Address.of("dimensions=area")));
            assertThat(cube.get("cells").findValuesAsText("area")).containsExactly("east", "west", "none");
            assertThat(world.list("area=west")).containsExactly(Row.id(1));
            assertThat(cube.at("/dimensions/0/values/0/label/sv").asText()).isEqualTo("Öst");
        }
    }

    @Test
    void whatIsNoMapIsRefusedWithThePlaceOfTheFault() {
        refused("no json", "JSON");
        refused("{\"type\":\"Feature\"}", "features");
        refused(TWO.replace("\"east\"", "\"west\""), "features[1].id");
        refused(TWO.replace("\"Öst\"", "\"\""), "features[1].properties.name");
        refused(TWO.replace("MultiPolygon", "Point"), "features[1].geometry");
        refused(TWO.replace("[12,55]]", "[12,54]]"), "features[0].geometry");
        refused(TWO.replace("[14,56]", "[200,56]"), "features[1].geometry");
    }

    private static void refused(String text, String fault) {
        assertThatThrownBy(() -> GeoJson.read(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            var said = new ArrayList<>(List.of(problem.detail().en()));
            problem.fields().forEach(field -> said.add(field.field()));
            assertThat(String.join(" ", said)).contains(fault);
        });
    }

    private static String at(AreaMap map, double latitude, double longitude) {
        int[] units = units(latitude, longitude);
        return map.at(units[0], units[1]).orElse("");
    }

    private static int[] units(double latitude, double longitude) {
        return new int[] {
            Coordinates.latitude(latitude).orElseThrow(),
            Coordinates.longitude(longitude).orElseThrow()
        };
    }
}
