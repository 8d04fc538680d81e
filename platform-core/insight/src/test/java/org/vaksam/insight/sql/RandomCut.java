package org.vaksam.insight.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Some dimensions, filters and measures, as an address and as SQL. */
final class RandomCut {
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("kind", "kind"),
            Map.entry("state", "state"),
            Map.entry("phase", "phase"),
            Map.entry("category", "category"),
            Map.entry("severity", "severity"),
            Map.entry("place", "place"),
            Map.entry("year", "in_year"),
            Map.entry("month", "in_month"),
            Map.entry("week", "in_week"),
            Map.entry("day", "in_day"),
            Map.entry("weekday", "weekday"),
            Map.entry("hour", "in_hour"),
            Map.entry("fields.form", "form"));

    /** Filters, and what they mean. */
    private static final List<Map.Entry<String, String>> FILTERS = List.of(
            Map.entry("kind=theft", "kind = 'theft'"),
            Map.entry("phase=open", "phase = 'open'"),
            Map.entry("severity=1..3", "severity IN ('1', '2', '3')"),
            Map.entry("severity=none", "severity IS NULL"),
            Map.entry("occurredAt=2024-02-01..2024-06-30", "in_day BETWEEN '2024-02-01' AND '2024-06-30'"),
            Map.entry("month=2023-10", "in_month = '2023-10'"),
            Map.entry("week=2024-W01", "in_week = '2024-W01'"),
            Map.entry("weekday=7", "weekday = '7'"),
            Map.entry("hour=2", "in_hour = '2'"),
            Map.entry("fields.form=violence", "form = 'violence'"),
            Map.entry("fields.form=none", "form IS NULL"),
            Map.entry("category=none", "category IS NULL"),
            Map.entry("year=2025", "in_year = '2025'"),
            Map.entry(
                    "bbox=12.5,55.25,14,57.5",
                    "longitude >= 12.5 AND longitude < 14 AND latitude >= 55.25 AND latitude < 57.5"));

    private static final List<String> MEASURES = List.of(
            "sum:fields.cost",
            "mean:fields.cost",
            "median:fields.cost",
            "p90:fields.cost",
            "mean:time:created..closed",
            "median:time:created..phase:closed",
            "p25:time:triaged..closed");

    private final List<String> dimensions;
    private final List<Map.Entry<String, String>> filters;
    private final List<String> measures;

    RandomCut(Random random) {
        dimensions = some(List.copyOf(new TreeSet<>(COLUMNS.keySet())), random.nextInt(4), random);
        filters = differentlyNamed(some(FILTERS, random.nextInt(4), random));
        measures = some(MEASURES, 1 + random.nextInt(4), random);
    }

    List<String> measures() {
        return measures;
    }

    String[] parameters() {
        Stream<String> own = Stream.of(
                "dimensions=" + String.join(",", dimensions), "measures=count,share," + String.join(",", measures));
        return Stream.concat(own, Stream.of(filters())).toArray(String[]::new);
    }

    String[] filters() {
        return filters.stream().map(Map.Entry::getKey).toArray(String[]::new);
    }

    List<String> keys(JsonNode cell) {
        return dimensions.stream().map(name -> cell.get(name).asText()).toList();
    }

    int size() {
        return dimensions.size();
    }

    /** Columns with {@code none} for what is not set. */
    String columns() {
        StringBuilder columns = new StringBuilder();
        dimensions.forEach(
                name -> columns.append("COALESCE(").append(column(name)).append(", 'none'), "));
        return columns.toString();
    }

    String where() {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        filters.forEach(filter -> where.append(" AND ").append(filter.getValue()));
        return where.toString();
    }

    String groupBy() {
        List<String> columns = dimensions.stream().map(RandomCut::column).toList();
        return columns.isEmpty() ? "" : " GROUP BY " + String.join(", ", columns);
    }

    /** Filters of the same name would mean either. */
    private static List<Map.Entry<String, String>> differentlyNamed(List<Map.Entry<String, String>> filters) {
        var names = new HashSet<String>();
        return filters.stream()
                .filter(filter ->
                        names.add(filter.getKey().substring(0, filter.getKey().indexOf('='))))
                .toList();
    }

    private static String column(String dimension) {
        return Objects.requireNonNull(COLUMNS.get(dimension));
    }

    private static <T> List<T> some(List<T> all, int count, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, count));
    }
}
