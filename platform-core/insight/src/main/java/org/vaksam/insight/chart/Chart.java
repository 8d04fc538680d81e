package org.vaksam.insight.chart;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * A question and how its answer is drawn.
 *
 * @param query what stands after the question mark in {@code /api/insight/cube}; for maps of points in {@code /api/insight/map}
 */
public record Chart(String title, Shape shape, String query) {
    /** Whether points on a map are asked for, and not a cross table. */
    boolean isOfPoints() {
        return shape == Shape.MAP && !parameters().containsKey("dimensions");
    }

    /** The types of records that it asks about; none for all. */
    public List<String> types() {
        return parameters().getOrDefault("type", List.of());
    }

    /** What people wrote in it: its title and the values of its query. */
    public List<String> texts() {
        var texts = new ArrayList<String>();
        texts.add(title);
        parameters().values().forEach(texts::addAll);
        return texts;
    }

    /** With each of its texts as the change makes it. */
    public Chart changed(UnaryOperator<String> change) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters());
        others.replaceAll((name, values) -> values.stream().map(change).toList());
        return new Chart(change.apply(title), shape, query).with(others);
    }

    /**
     * The parameters of the query in their order, decoded.
     *
     * @throws IllegalArgumentException when the query is not written as addresses are
     */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    Chart with(Map<String, List<String>> parameters) {
        var joined = new StringJoiner("&");
        parameters.forEach((name, values) -> values.forEach(value -> joined.add(encoded(name) + "=" + encoded(value))));
        return new Chart(title, shape, joined.toString());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
