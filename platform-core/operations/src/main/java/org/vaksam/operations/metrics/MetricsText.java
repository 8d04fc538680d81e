package org.vaksam.operations.metrics;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the text format of Prometheus, version 0.0.4. */
final class MetricsText {
    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /** A value that goes up and down. */
    MetricsText gauge(String name, String help, double value, String... labels) {
        return add(name, "gauge", help, "", value, labels);
    }

    /** A value that only grows while the process lives. */
    MetricsText counter(String name, String help, double value, String... labels) {
        return add(name, "counter", help, "", value, labels);
    }

    /** A counter when its name says so, otherwise a gauge; the name is made one that Prometheus accepts. */
    MetricsText byName(String anyName, String help, double value) {
        String name = anyName.replaceAll("[^a-zA-Z0-9_]", "_");
        return name.endsWith("_total") ? counter(name, help, value) : gauge(name, help, value);
    }

    /** A line of a histogram: {@code suffix} is {@code _bucket}, {@code _sum} or {@code _count}. */
    MetricsText histogram(String name, String help, String suffix, double value, String... labels) {
        return add(name, "histogram", help, suffix, value, labels);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        families.values().forEach(text::append);
        return text.toString();
    }

    private MetricsText add(String name, String type, String help, String suffix, double value, String... labels) {
        StringBuilder lines = families.computeIfAbsent(
                name,
                unused -> new StringBuilder("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n"));
        lines.append(name).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            lines.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            lines.append(escaped(labels[i + 1])).append('"');
        }
        lines.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
