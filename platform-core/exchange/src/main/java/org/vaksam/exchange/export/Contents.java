package org.vaksam.exchange.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.export.CubeAnswer.Dimension;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordCubes;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordTables;
import org.vaksam.spi.records.RecordTypes;

/** From an order to what goes into its file; everything that is wrong with the order is said here, while its sender listens. */
record Contents(
        RecordSearch search,
        RecordCubes cubes,
        RecordTables tables,
        RecordTypes types,
        FilterWords filters,
        Sinks sinks,
        Clock clock) {
    private static final Set<String> NOT_FILTERS = Set.of("type", "q", "sort");
    private static final List<String> ON_PAPER =
            List.of("number", "kind", "title", "state", "unit", "place", "occurredAt", "assignee");
    private static final int MOST_ON_PAPER = 12;
    private static final int ATTEMPTS = 5;

    Content of(Order order) {
        return switch (order.subject()) {
            case LIST -> list(order);
            case CUBE -> cube(order);
        };
    }

    private Content list(Order order) {
        List<TableColumn> all = tables.columns(order.values("type"), order.values("kind"));
        var query = new RecordQuery(
                order.values("type"),
                order.parameters().entrySet().stream()
                        .filter(parameter -> !NOT_FILTERS.contains(parameter.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                order.first("q"),
                order.first("sort"),
                Optional.empty(),
                1);
        return new ListContent(
                search, tables, sinks, order.format(), query, columns(order, all), about(order, typeNames(order), all));
    }

    private List<TableColumn> columns(Order order, List<TableColumn> all) {
        Map<String, TableColumn> byId = new LinkedHashMap<>();
        all.forEach(column -> byId.put(column.id(), column));
        List<String> unknown =
                order.columns().stream().filter(id -> !byId.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown.stream().limit(10).toList());
            throw Problems.invalid("columns", "Okända kolumner: " + names + ".", "Unknown columns: " + names + ".");
        }
        List<String> usual = order.format() == FileFormat.PDF
                ? ON_PAPER
                : byId.keySet().stream()
                        .filter(id -> !id.equals("type") || order.values("type").size() != 1)
                        .toList();
        var chosen = new ArrayList<>(order.columns().isEmpty() ? usual : order.columns());
        if (order.format() == FileFormat.PDF && chosen.size() > MOST_ON_PAPER) {
            throw Problems.invalid(
                    "columns",
                    "På en sida ryms högst " + MOST_ON_PAPER + " kolumner. Välj färre, eller Excel.",
                    "A page has room for " + MOST_ON_PAPER + " columns. Choose fewer, or Excel.");
        }
        if (order.format() == FileFormat.GEOJSON) {
            chosen.removeAll(List.of(GeoJsonSink.LATITUDE, GeoJsonSink.LONGITUDE));
            chosen.addAll(List.of(GeoJsonSink.LATITUDE, GeoJsonSink.LONGITUDE));
        }
        return chosen.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    /** The table and its totals are asked for one after the other: what changed meanwhile shows, and then it is done again. */
    private Content cube(Order order) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Set<Long> seen = new HashSet<>();
            Content content = cube(order, parameters -> {
                CubeAnswer answer = CubeAnswer.of(cubes.cube(parameters));
                seen.add(answer.total());
                return answer;
            });
            if (seen.size() == 1) {
                return content;
            }
        }
        throw Problems.moving();
    }

    private Content cube(Order order, Function<Map<String, List<String>>, CubeAnswer> ask) {
        CubeAnswer cube = ask.apply(order.parameters());
        Function<List<String>, CubeAnswer> totals = dimensions -> {
            var parameters = new LinkedHashMap<>(order.parameters());
            parameters.put("dimensions", dimensions);
            return ask.apply(parameters);
        };
        List<TableColumn> columns = tables.columns(order.values("type"), List.of());
        String title = cube.dimensions().stream()
                .map(Dimension::title)
                .map(name -> name.in(order.language()))
                .collect(Collectors.joining(" × "));
        About about = about(order, title.isEmpty() ? typeNames(order) : typeNames(order) + ": " + title, columns);
        return new CubeContent(
                new CubeGrid(cube, totals, new MeasureLabels(cube, columns)::of, order.language()),
                sinks,
                order.format(),
                about);
    }

    private About about(Order order, String usual, List<TableColumn> columns) {
        String title = order.name().isEmpty() ? usual : order.name();
        return new About(title, order.caller().name(), clock.instant(), filters.of(order, columns), order.language());
    }

    private String typeNames(Order order) {
        return order.values("type").isEmpty()
                ? new Text("Alla områden", "All areas").in(order.language())
                : order.values("type").stream()
                        .map(name -> types.type(name)
                                .map(RecordTypes.Type::titles)
                                .orElse(Text.same(name))
                                .in(order.language()))
                        .collect(Collectors.joining(", "));
    }
}
