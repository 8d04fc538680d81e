package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.analysis.Cluster;
import org.vaksam.insight.analysis.Facet;
import org.vaksam.insight.analysis.FacetCounts;
import org.vaksam.insight.analysis.MapPicture;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;

/** Every number that is shown is the number of records that its keys list: on random records, by random cuts. */
final class DrillDownTest {
    private static final List<String> DIMENSIONS = List.of(
            "type",
            "kind",
            "state",
            "phase",
            "category",
            "place",
            "severity",
            "assignee",
            "unit",
            "asset",
            "secrecy",
            "channel",
            "source",
            "year",
            "month",
            "week",
            "day",
            "weekday",
            "hour",
            "fields.form",
            "fields.weapon",
            "fields.items");
    private static final List<String> FILTERS = List.of(
            "kind=theft",
            "severity=none",
            "severity=1..3",
            "phase=open",
            "bbox=12,55,14,57",
            "unit=schools",
            "occurredAt=2024-02-01..2024-06-30",
            "fields.weapon=true",
            "place=none",
            "month=2024-03");

    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = new World(folder);
        var random = new Random(42);
        for (int number = 0; number < 600; number++) {
            world.put(randomRow(number, random));
            if (number % 150 == 149) {
                world.total();
            }
        }
        for (int number = 0; number < 600; number += 13) {
            world.delete(Row.id(number));
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @RepeatedTest(40)
    void everyCellListsItsRecords(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<String> dimensions = some(DIMENSIONS, random.nextInt(4), random);
        List<String> filters = some(FILTERS, random.nextInt(3), random);
        JsonNode cube = cube(dimensions, filters);
        long total = 0;
        for (JsonNode cell : Picture.cells(cube)) {
            List<String> both = new ArrayList<>(filters);
            dimensions.forEach(
                    dimension -> both.add(dimension + "=" + cell.get(dimension).asText()));
            long listed = together(both);
            assertThat(cell.get("count").asLong()).as("%s", both).isEqualTo(listed);
            total += cell.get("count").asLong();
        }
        assertThat(total).isEqualTo(cube.get("total").asLong()).isEqualTo(world.total(filters.toArray(new String[0])));
        for (int i = 0; i < dimensions.size(); i++) {
            assertThat(cube.get("dimensions").get(i).get("id").asText()).isEqualTo(dimensions.get(i));
        }
    }

    @RepeatedTest(20)
    void everyFacetListsItsRecords(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<String> fields = some(DIMENSIONS, 4, random);
        List<String> filters = some(FILTERS, random.nextInt(2), random);
        List<String> parameters = new ArrayList<>(filters);
        parameters.add("fields=" + String.join(",", fields));
        parameters.add("limit=1000");
        FacetCounts counts = world.insight().facets(Address.of(parameters.toArray(new String[0])));
        counts.facets().forEach((field, facets) -> {
            for (Facet facet : facets) {
                List<String> both = new ArrayList<>(filters);
                both.add(field + "=" + facet.key());
                assertThat((long) facet.count()).as("%s", both).isEqualTo(together(both));
            }
            assertThat(facets.stream().mapToInt(Facet::count).sum()).isEqualTo((int) counts.total());
            assertThat(facets).isSortedAccordingTo((a, b) -> b.count() - a.count());
        });
    }

    @RepeatedTest(25)
    void everyClusterListsItsRecords(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<String> filters = some(
                FILTERS.stream().filter(filter -> !filter.startsWith("bbox")).toList(), random.nextInt(2), random);
        List<String> parameters = new ArrayList<>(filters);
        parameters.add("zoom=" + random.nextInt(21));
        parameters.add("detail=" + random.nextInt(4));
        switch (random.nextInt(3)) {
            case 0 -> parameters.add("bbox=12.1234567,55.1,14.7654321,58.00000001");
            case 1 -> parameters.add("bbox=170,-90,-170,90");
            default -> {}
        }
        MapPicture picture = world.insight().map(Address.of(parameters.toArray(new String[0])));
        for (Cluster cluster : picture.clusters()) {
            List<String> box =
                    cluster.bbox().stream().map(side -> side.toPlainString()).toList();
            List<String> both = new ArrayList<>(filters);
            both.add("bbox=" + String.join(",", box));
            assertThat((long) cluster.count()).as("%s", both).isEqualTo(together(both));
            assertThat(cluster.latitude())
                    .isBetween(cluster.bbox().get(1), cluster.bbox().get(3));
            assertThat(cluster.longitude())
                    .isBetween(cluster.bbox().get(0), cluster.bbox().get(2));
        }
        assertThat(picture.located())
                .isEqualTo(picture.clusters().stream().mapToLong(Cluster::count).sum());
    }

    private static JsonNode cube(List<String> dimensions, List<String> filters) {
        List<String> parameters = new ArrayList<>(filters);
        parameters.add("dimensions=" + String.join(",", dimensions));
        return Picture.read(world.insight().cube(Address.of(parameters.toArray(new String[0]))));
    }

    /** Different filters all hold; the same one twice would mean any of them, so those are counted one by one. */
    private static long together(List<String> filters) {
        List<String> names = filters.stream()
                .map(filter -> filter.substring(0, filter.indexOf('=')))
                .distinct()
                .toList();
        if (names.size() == filters.size()) {
            return world.total(filters.toArray(new String[0]));
        }
        Set<String> common = new HashSet<>(listsAll(filters.get(0)));
        filters.forEach(filter -> common.retainAll(listsAll(filter)));
        return common.size();
    }

    private static Set<String> listsAll(String filter) {
        Set<String> ids = new HashSet<>();
        var query = World.query("", filter);
        var page = world.search(query);
        ids.addAll(page.ids());
        while (page.next().isPresent()) {
            page = world.search(
                    new org.vaksam.spi.records.RecordQuery(query.types(), query.filters(), "", "", page.next(), 200));
            ids.addAll(page.ids());
        }
        return ids;
    }

    private static List<String> some(List<String> all, int count, Random random) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private static Row randomRow(int number, Random random) {
        Row row = Row.number(number)
                .type(random.nextInt(5) == 0 ? FakeTypes.ROUND : FakeTypes.REPORT)
                .kind(random.nextBoolean() ? "threat" : "theft")
                .category(random.nextBoolean() ? "" : random.nextBoolean() ? "none" : "school")
                .secrecy(List.of("open", "internal", "restricted").get(random.nextInt(3)));
        if (random.nextBoolean()) {
            row.state("closed", "closed").severity(random.nextInt(5)).assignee(FakeAccounts.ANNA);
        }
        if (random.nextInt(4) > 0) {
            row.occurredAt(Instant.parse("2024-01-01T00:00:00Z")
                    .plusSeconds(random.nextInt(200 * 86_400))
                    .toString());
        }
        if (random.nextInt(4) > 0) {
            row.unit(List.of("city", "schools", "north", "south", "parks").get(random.nextInt(5)));
        }
        switch (random.nextInt(5)) {
            case 0 -> row.place("Malmö", 55.6 + random.nextInt(10) / 100.0, 13 + random.nextInt(10) / 100.0);
            case 1 -> row.place("Någonstans", random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            case 2 -> row.place("Kanten", random.nextBoolean() ? 90 : -90, random.nextBoolean() ? 180 : -180);
            case 3 -> row.place("Fidji", -17.5, random.nextBoolean() ? 178.5 : -178.5);
            default -> {}
        }
        if (random.nextBoolean()) {
            row.field("form", random.nextBoolean() ? "threat" : "violence").field("weapon", random.nextBoolean());
            row.field("items", random.nextInt(3)).source("feed-" + random.nextInt(2));
        }
        return row;
    }
}
