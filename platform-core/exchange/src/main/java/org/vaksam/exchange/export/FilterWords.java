package org.vaksam.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.export.CubeAnswer.Dimension;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordCubes;
import org.vaksam.spi.security.Units;

/** The filters of a list in words: what analysis calls them and their values. */
record FilterWords(RecordCubes cubes, Units units) {
    private static final Set<String> OTHERS = Set.of("type", "sort", "q", "dimensions", "measures", "compare");
    private static final Text WORDS = new Text("Sökord", "Search words");
    private static final Text ME = new Text("jag", "me");

    /**
     * All of them.
     *
     * @param columns of the same list, for the names of filters that are no dimensions
     */
    List<Fact> of(Order order, List<TableColumn> columns) {
        var facts = new ArrayList<Fact>();
        if (!order.first("q").isEmpty()) {
            facts.add(new Fact(WORDS.in(order.language()), order.first("q")));
        }
        order.parameters().forEach((name, values) -> {
            if (!OTHERS.contains(name)) {
                facts.add(fact(order, name, values, columns));
            }
        });
        return facts;
    }

    private Fact fact(Order order, String name, List<String> values, List<TableColumn> columns) {
        Optional<Dimension> dimension = dimension(order, name, values);
        Text title = dimension.map(Dimension::title).orElseGet(() -> columns.stream()
                .filter(column -> column.id().equals(name))
                .map(TableColumn::label)
                .findFirst()
                .orElse(Text.same(name)));
        Function<String, Text> labels = value -> label(value, dimension, order.caller());
        Locale language = order.language();
        return new Fact(
                title.in(language),
                values.stream().map(value -> labels.apply(value).in(language)).collect(Collectors.joining(", ")));
    }

    private Text label(String value, Optional<Dimension> dimension, Caller caller) {
        Optional<Text> known = dimension.map(found -> found.labels().get(value));
        if (known.isPresent()) {
            return known.get();
        }
        if (value.equals("me")) {
            return new Text(ME.sv() + " (" + caller.name() + ")", ME.en() + " (" + caller.name() + ")");
        }
        String id = value.replaceFirst("^(only|below):", "");
        return dimension
                .filter(found -> found.id().equals("unit"))
                .flatMap(found -> units.find(id))
                .map(Units.Unit::name)
                .orElse(Text.same(value));
    }

    /** What analysis says of it; empty for what is no dimension, such as a range of days. */
    private Optional<Dimension> dimension(Order order, String name, List<String> values) {
        try {
            return CubeAnswer.of(
                            cubes.cube(Map.of("type", order.values("type"), name, values, "dimensions", List.of(name))))
                    .dimensions()
                    .stream()
                    .findFirst();
        } catch (Problem notOne) {
            return Optional.empty();
        }
    }
}
