package org.vaksam.insight.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.CalendarParts;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.security.Units;

/** From values as people type them, in Swedish or English, to the keys that filters know. */
final class Values {
    private static final int MOST_NAMED = 12;
    private static final Set<String> NOTHING = Set.of("none", "saknas", "ingen", "inget", "inga");
    private static final Set<String> CLOSED_SETS = Set.of("type", "kind", "state", "phase", "secrecy", "channel");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("is:öppen", "open"),
            Map.entry("is:öppet", "open"),
            Map.entry("is:öppna", "open"),
            Map.entry("is:pågår", "open"),
            Map.entry("is:pågående", "open"),
            Map.entry("is:avslutad", "closed"),
            Map.entry("is:avslutat", "closed"),
            Map.entry("is:avslutade", "closed"),
            Map.entry("is:stängd", "closed"),
            Map.entry("is:sammanslagen", "merged"),
            Map.entry("is:försenad", "overdue"),
            Map.entry("is:försenade", "overdue"),
            Map.entry("is:försenat", "overdue"),
            Map.entry("has:actions", "actions"),
            Map.entry("has:åtgärder", "actions"),
            Map.entry("has:åtgärd", "actions"),
            Map.entry("has:files", "files"),
            Map.entry("has:filer", "files"),
            Map.entry("has:fil", "files"),
            Map.entry("assignee:mig", "me"),
            Map.entry("assignee:jag", "me"));

    private static final Map<String, Text> HAD =
            Map.of("actions", new Text("Åtgärder", "Actions"), "files", new Text("Filer", "Files"));

    private final Scope scope;
    private final ValueLabels labels;
    private final Units units;
    private final IndexWords words;

    Values(Scope scope, ValueLabels labels, Units units, IndexWords words) {
        this.scope = scope;
        this.labels = labels;
        this.units = units;
        this.words = words;
    }

    /** Keys of one typed value, several when it names several things. */
    List<String> keys(String name, String typed) {
        String value = typed.strip();
        String small = value.toLowerCase(Locale.ROOT);
        String known = WORDS.get(name + ":" + small);
        if (known != null) {
            return List.of(known);
        }
        if (name.equals("is")) {
            return List.of(small);
        }
        if (name.equals("has")) {
            return List.of(FieldNames.named(value, scope).orElse(small));
        }
        if (name.equals("number")) {
            return List.of(value.toUpperCase(Locale.ROOT));
        }
        boolean nothing = NOTHING.contains(small);
        Optional<Dimension> dimension = scope.dimensions().find(name);
        if (nothing || dimension.isEmpty() || Interval.parse(value).isPresent()) {
            return List.of(nothing ? IndexSchema.NONE : value);
        }
        if (dimension.get().equals(Dimensions.UNIT)) {
            return ofUnits(value);
        }
        return named(dimension.get(), value);
    }

    /** Labels of keys. */
    List<Text> labels(String name, List<String> keys) {
        if (name.equals("has")) {
            return keys.stream()
                    .map(key -> HAD.getOrDefault(key, FieldNames.title(key, scope)))
                    .toList();
        }
        Optional<Dimension> dimension = scope.dimensions().find(name);
        if (dimension.isEmpty()) {
            return keys.stream().map(Values::plain).toList();
        }
        List<String> bare = keys.stream().map(Values::withoutPrefix).toList();
        Map<String, Text> found = labels.of(dimension.get(), bare, scope.types());
        return bare.stream().map(key -> found.getOrDefault(key, Text.same(key))).toList();
    }

    private List<String> named(Dimension dimension, String value) {
        Map<String, Text> defined = new TreeMap<>(labels.defined(dimension, scope.types()));
        if (dimension.equals(Dimensions.TYPE)) {
            defined.keySet().retainAll(scope.types());
        }
        if (defined.containsKey(value)) {
            return List.of(value);
        }
        List<String> byLabel = defined.entrySet().stream()
                .filter(entry ->
                        isCalled(entry.getValue(), value) || entry.getKey().equalsIgnoreCase(value))
                .map(Map.Entry::getKey)
                .toList();
        if (!byLabel.isEmpty()) {
            return byLabel;
        }
        if (CLOSED_SETS.contains(dimension.id()) && !defined.isEmpty()) {
            throw possible(dimension.id(), defined);
        }
        return CalendarParts.isPart(dimension.id()) ? List.of(value) : inRecords(dimension, value);
    }

    /** As it stands in records, whatever its case; people and things by their names. */
    private List<String> inRecords(Dimension dimension, String value) {
        boolean pointsAway = dimension.equals(Dimensions.ASSIGNEE) || dimension.equals(Dimensions.ASSET);
        if (!pointsAway) {
            List<String> keys = words.keys(scope, dimension, key -> key.equalsIgnoreCase(value));
            return keys.isEmpty() ? List.of(value) : keys;
        }
        if (value.equals("me") || !value.contains(" ")) {
            return List.of(value);
        }
        List<String> all = words.keys(
                scope,
                dimension,
                key -> isCalled(
                        labels.of(dimension, List.of(key), scope.types()).getOrDefault(key, Text.same(key)), value));
        return all.isEmpty() ? List.of(value) : all;
    }

    private List<String> ofUnits(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        boolean only = small.startsWith(People.ONLY) || small.startsWith("bara:");
        String wanted = only ? value.substring(value.indexOf(':') + 1).strip() : value;
        String prefix = only ? People.ONLY : "";
        Optional<Units.Unit> exact = units.find(wanted);
        if (exact.isPresent()) {
            return List.of(prefix + exact.get().id());
        }
        var found = new LinkedHashSet<String>();
        units.all().stream()
                .filter(unit -> isCalled(unit.name(), wanted) || unit.code().equalsIgnoreCase(wanted))
                .forEach(unit -> found.add(prefix + unit.id()));
        return found.isEmpty() ? List.of(prefix + wanted) : new ArrayList<>(found);
    }

    private static boolean isCalled(Text label, String value) {
        return isCalled(label.sv(), value) || isCalled(label.en(), value);
    }

    /** Also with dashes instead of spaces, which need no quotes. */
    private static boolean isCalled(String label, String value) {
        return label.equalsIgnoreCase(value) || label.replace(' ', '-').equalsIgnoreCase(value);
    }

    private static Text plain(String key) {
        return Text.same(key);
    }

    private static String withoutPrefix(String key) {
        return key.startsWith(People.ONLY)
                ? key.substring(People.ONLY.length())
                : key.startsWith(People.BELOW) ? key.substring(People.BELOW.length()) : key;
    }

    private static Problem possible(String name, Map<String, Text> defined) {
        String sv = defined.values().stream()
                .map(Text::sv)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String en = defined.values().stream()
                .map(Text::en)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return BadParameter.value(name, new Text("möjliga är till exempel " + sv, "possible are for example " + en));
    }
}
