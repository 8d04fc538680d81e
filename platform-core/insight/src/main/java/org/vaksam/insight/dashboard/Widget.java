package org.vaksam.insight.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Shape;

/**
 * A part of a dashboard. What it shows is decided for whoever looks.
 *
 * @param id      chosen by whoever puts it there, once in a dashboard
 * @param width   of the page
 * @param title   in place of the usual one
 * @param chart   of the kind {@link Kind#CHART}
 * @param details the other members of its kind by their names, in their order
 */
record Widget(
        String id,
        Kind kind,
        String width,
        Optional<String> title,
        Optional<Chart> chart,
        Map<String, String> details) {
    static final Set<String> WIDTHS = Set.of("third", "half", "full");
    static final String CHART = "chart";
    static final String TEXT = "text";

    /** Members besides those that every widget has. */
    static final List<String> DETAILS = List.of("view", "type", "which", "module", "contribution", TEXT);

    /** What it shows. */
    enum Kind {
        CHART(Set.of(Widget.CHART), Set.of()),
        VIEW(Set.of("view"), Set.of()),
        SIGNALS(Set.of(), Set.of("type")),
        WORK(Set.of(), Set.of()),
        DEADLINES(Set.of(), Set.of()),
        RECORDS(Set.of("type", "which"), Set.of()),
        MODULE(Set.of("module", "contribution"), Set.of()),
        TEXT(Set.of(Widget.TEXT), Set.of());

        private final Set<String> required;
        private final Set<String> possible;

        Kind(Set<String> required, Set<String> possible) {
            this.required = required;
            this.possible = possible;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Set<String> words() {
            return Arrays.stream(values()).map(Kind::word).collect(Collectors.toUnmodifiableSet());
        }

        /** The one of {@link #words}. */
        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean needs(String member) {
            return required.contains(member);
        }

        boolean allows(String member) {
            return required.contains(member) || possible.contains(member);
        }
    }

    /** As in requests and answers. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("kind", kind.word());
        members.put("width", width);
        title.ifPresent(above -> members.put("title", above));
        chart.ifPresent(one -> members.put(
                CHART, Map.of("title", one.title(), "shape", one.shape().word(), "query", one.query())));
        members.putAll(details);
        return members;
    }

    /** The one that {@link #members} made these of. */
    static Widget of(Map<String, Object> members) {
        Optional<Chart> chart = Optional.ofNullable(members.get(CHART))
                .map(one -> (Map<?, ?>) one)
                .map(one -> new Chart(text(one, "title"), Shape.of(text(one, "shape")), text(one, "query")));
        Map<String, String> details = new LinkedHashMap<>();
        DETAILS.stream().filter(members::containsKey).forEach(detail -> details.put(detail, text(members, detail)));
        return new Widget(
                text(members, "id"),
                Kind.of(text(members, "kind")),
                text(members, "width"),
                Optional.ofNullable(members.get("title")).map(String::valueOf),
                chart,
                details);
    }

    /** What people wrote in it. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        title.ifPresent(texts::add);
        chart.ifPresent(one -> texts.addAll(one.texts()));
        Optional.ofNullable(details.get(TEXT)).ifPresent(texts::add);
        return texts;
    }

    /** With each of its texts as the change makes it. */
    Widget changed(UnaryOperator<String> change) {
        Map<String, String> others = new LinkedHashMap<>(details);
        others.computeIfPresent(TEXT, (name, text) -> change.apply(text));
        return new Widget(id, kind, width, title.map(change), chart.map(one -> one.changed(change)), others);
    }

    private static String text(Map<?, ?> members, String name) {
        return String.valueOf(members.get(name));
    }
}
