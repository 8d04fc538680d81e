package org.vaksam.insight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.World;

/** Every number of a cross table is what SQL finds in a database with the same records: over random cuts. */
final class CubeAgainstSqlTest {
    private static final long SEED = Long.getLong("vaksam.seed", 20_261_123L);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void inventedRecords() throws Exception {
        compare(Facts.invented(2_500, new Random(SEED)), 200);
    }

    @Test
    void realEvents() throws Exception {
        List<Fact> events = Facts.real(new Random(SEED));
        Assumptions.assumeFalse(events.isEmpty(), "the events are not here");
        compare(events, 40);
    }

    private void compare(List<Fact> facts, int queries) throws Exception {
        System.out.println("seed " + SEED);
        try (Connection database =
                        DriverManager.getConnection("jdbc:derby:memory:facts" + facts.size() + ";create=true");
                var world = new World(folder)) {
            fill(database, facts);
            for (Fact fact : facts) {
                fact.move(world.steps);
                world.records.put(fact.row().build());
            }
            world.index().rebuild();
            while (world.index().status().documents() != facts.size()) {
                assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
            }
            var random = new Random(SEED);
            for (int i = 0; i < queries; i++) {
                compare(database, world, new RandomCut(random), i);
            }
        }
    }

    private static void compare(Connection database, World world, RandomCut cut, int number) throws Exception {
        JsonNode cube = read(world.insight().cube(Address.of(cut.parameters())));
        Map<List<String>, Expected> expected = Expected.of(database, cut);
        var found = new TreeMap<String, JsonNode>();
        for (JsonNode cell : cube.get("cells")) {
            if (cell.get("count").asLong() > 0) {
                found.put(cut.keys(cell).toString(), cell);
            }
        }
        String what = "seed %d, query %d: %s".formatted(SEED, number, List.of(cut.parameters()));
        var keys = new ArrayList<String>();
        expected.keySet().forEach(each -> keys.add(each.toString()));
        assertThat(found.keySet()).as(what).containsExactlyInAnyOrderElementsOf(keys);
        long all = expected.values().stream().mapToLong(Expected::count).sum();
        assertThat(cube.get("total").asLong()).as(what).isEqualTo(all).isEqualTo(world.total(cut.filters()));
        for (Map.Entry<List<String>, Expected> each : expected.entrySet()) {
            JsonNode cell = Objects.requireNonNull(found.get(each.getKey().toString()));
            Expected sql = each.getValue();
            assertThat(cell.get("count").asLong()).as(what).isEqualTo(sql.count());
            same(
                    cell,
                    "share",
                    BigDecimal.valueOf(sql.count()).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP),
                    what);
            for (String measure : cut.measures()) {
                same(cell, measure, sql.value(measure), what + " " + each.getKey() + " " + measure);
            }
        }
    }

    private static void same(JsonNode cell, String measure, @Nullable BigDecimal expected, String what) {
        if (expected == null) {
            assertThat(cell.get(measure).isNull()).as(what).isTrue();
        } else {
            assertThat(cell.get(measure).decimalValue()).as(what).isEqualByComparingTo(expected);
        }
    }

    private static void fill(Connection database, List<Fact> facts) throws SQLException {
        database.createStatement().executeUpdate(Fact.TABLE);
        database.setAutoCommit(false);
        String places = "?" + ", ?".repeat(Fact.COLUMNS - 1);
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO fact VALUES (" + places + ")")) {
            for (Fact fact : facts) {
                @Nullable Object[] values = fact.values();
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == null) {
                        insert.setNull(i + 1, Types.VARCHAR);
                    } else {
                        insert.setObject(i + 1, values[i]);
                    }
                }
                insert.executeUpdate();
            }
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static JsonNode read(byte[] json) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(json);
    }
}
