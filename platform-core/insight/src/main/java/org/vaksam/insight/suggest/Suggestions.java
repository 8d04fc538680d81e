package org.vaksam.insight.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.analysis.Analysis;
import org.vaksam.insight.analysis.Facet;
import org.vaksam.insight.language.Clause;
import org.vaksam.insight.language.Clause.Condition;
import org.vaksam.insight.language.Clause.Form;
import org.vaksam.insight.language.Clause.Words;
import org.vaksam.insight.language.Placed;
import org.vaksam.insight.language.QueryText;
import org.vaksam.insight.query.FieldNames;
import org.vaksam.insight.query.IndexWords;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.query.ValueLabels;
import org.vaksam.insight.schema.Dimension;

/** Completions: names of fields, values that occur in records which the caller sees, and such records themselves. */
@Component(service = Suggestions.class)
public final class Suggestions {
    private static final int MOST_VALUES = 1_000;
    private static final int SHORTEST_WORD = 2;
    private static final int MOST_RECORDS = 5;
    private static final int MOST_FIELDS = 6;
    private static final int MOST_COUNTED = 30;
    private static final int MOST_OF_A_FIELD = 3;

    /** Whose values are offered while only a word is typed. */
    private static final List<String> BY_WORD = List.of("kind", "state", "place", "category");

    private final Analysis analysis;
    private final IndexWords index;
    private final ValueLabels labels;
    private final FixedValues fixed = new FixedValues();
    private final MatchingRecords records;

    @Activate
    public Suggestions(
            @Reference Analysis analysis,
            @Reference IndexWords index,
            @Reference ValueLabels labels,
            @Reference MatchingRecords records) {
        this.analysis = analysis;
        this.index = index;
        this.labels = labels;
        this.records = records;
    }

    /** The likeliest first; of the clause that ends at the cursor. */
    public List<Suggestion> of(Scope scope, String typed, int at, int limit) {
        String text = QueryText.normal(typed.substring(0, at));
        List<Placed> clauses = QueryText.parse(text);
        Optional<Placed> last = clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(clauses.get(clauses.size() - 1)).filter(placed -> placed.end() == text.length());
        var found = new ArrayList<Suggestion>();
        if (last.isPresent() && last.get().clause() instanceof Condition condition) {
            addValues(scope, last.get(), condition, found);
        } else {
            var place = last.orElse(new Placed(new Words(false, Form.WORD, ""), at, at));
            addByWord(scope, place, (Words) place.clause(), found);
        }
        return found.stream().limit(limit).toList();
    }

    private void addByWord(Scope scope, Placed place, Words words, List<Suggestion> found) {
        if (words.form() != Form.WORD) {
            return;
        }
        FieldNames.beginning(words.text(), scope).stream()
                .limit(MOST_FIELDS)
                .forEach(field -> found.add(new Suggestion(
                        "field",
                        sign(words) + field.name() + ":",
                        place.start(),
                        place.end(),
                        field.title(),
                        Text.same(""),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty())));
        if (words.text().length() < SHORTEST_WORD) {
            return;
        }
        BY_WORD.stream()
                .flatMap(field -> scope.dimensions().find(field).stream())
                .forEach(dimension -> addMatching(scope, dimension, place, words, found));
        if (!words.excluded()) {
            found.addAll(records.of(scope, words.text(), place, MOST_RECORDS));
        }
    }

    /** Values of a dimension whose label begins like the word. */
    private void addMatching(Scope scope, Dimension dimension, Placed place, Words words, List<Suggestion> found) {
        Map<String, Text> names = labels.of(dimension, index.all(dimension), scope.types());
        List<String> keys = names.entrySet().stream()
                .filter(name -> begins(name.getKey(), name.getValue(), words.text()))
                .map(Map.Entry::getKey)
                .limit(MOST_COUNTED)
                .toList();
        index.counts(scope, dimension, keys).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_OF_A_FIELD)
                .forEach(key -> found.add(suggestion(
                        scope,
                        dimension.id(),
                        key.getKey(),
                        names.getOrDefault(key.getKey(), Text.same(key.getKey())),
                        OptionalInt.of(key.getValue()),
                        place,
                        words)));
    }

    private void addValues(Scope scope, Placed place, Condition condition, List<Suggestion> found) {
        Optional<String> field = FieldNames.named(condition.field(), scope);
        if (field.isEmpty() || condition.values().size() > 1) {
            return;
        }
        String name = field.get();
        String typed = condition.values().isEmpty() ? "" : condition.values().get(0);
        fixed.of(name, typed)
                .forEach(label -> found.add(
                        suggestion(scope, name, label, Text.same(label), OptionalInt.empty(), place, condition)));
        if (scope.dimensions().find(name).isPresent()) {
            analysis.facets(scope, scope.visible(), List.of(name), MOST_VALUES).facets().values().stream()
                    .flatMap(List::stream)
                    .filter(value -> begins(value.key(), value.label(), typed))
                    .forEach(value -> found.add(value(scope, name, value, place, condition)));
        }
    }

    private static Suggestion value(Scope scope, String name, Facet facet, Placed place, Clause clause) {
        return suggestion(scope, name, facet.key(), facet.label(), OptionalInt.of(facet.count()), place, clause);
    }

    private static Suggestion suggestion(
            Scope scope, String name, String key, Text label, OptionalInt count, Placed place, Clause clause) {
        String insert = QueryText.print(new Condition(clause.excluded(), name, List.of(key)));
        return new Suggestion(
                "value",
                insert,
                place.start(),
                place.end(),
                label,
                FieldNames.title(name, scope),
                count,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the key or a word of the label begins with it. */
    private static boolean begins(String key, Text label, String typed) {
        return begins(key, typed) || begins(label.sv(), typed) || begins(label.en(), typed);
    }

    private static boolean begins(String label, String typed) {
        String small = label.toLowerCase(Locale.ROOT);
        String wanted = typed.toLowerCase(Locale.ROOT).strip();
        return small.startsWith(wanted) || small.contains(" " + wanted);
    }

    private static String sign(Clause clause) {
        return clause.excluded() ? "-" : "";
    }
}
