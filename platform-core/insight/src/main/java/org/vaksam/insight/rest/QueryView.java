package org.vaksam.insight.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.language.Placed;
import org.vaksam.insight.language.QueryText;
import org.vaksam.insight.query.Meaning;
import org.vaksam.insight.query.Understood;

/**
 * A typed query explained.
 *
 * @param query   the text again, as it is understood
 * @param parts   its clauses
 * @param instead words that nothing has, and those that are looked for instead
 */
public record QueryView(String query, List<Part> parts, List<Instead> instead) {
    /**
     * A clause.
     *
     * @param start    of its first character
     * @param end      after its last
     * @param text     as it could be typed
     * @param kind     {@code filter}, {@code title}, {@code word}, {@code prefix}, {@code phrase} or {@code similar}
     * @param excluded what it says must not be so
     * @param filter   the same as a filter of the address, unless it is excluded
     */
    public record Part(
            int start,
            int end,
            String text,
            String kind,
            boolean excluded,
            Optional<Text> title,
            List<Text> values,
            Optional<Filter> filter) {}

    /** A parameter of an address with its values. */
    public record Filter(String name, List<String> values) {}

    /** What was typed and what is looked for. */
    public record Instead(String typed, String used) {}

    static QueryView of(List<Understood> understood) {
        var instead = new ArrayList<Instead>();
        for (Understood one : understood) {
            if (one.meaning() instanceof Meaning.Anywhere words) {
                words.instead()
                        .ifPresent(used -> instead.add(new Instead(words.piece().text(), used)));
            }
        }
        String query = QueryText.print(
                understood.stream().map(Understood::placed).map(Placed::clause).toList());
        return new QueryView(query, understood.stream().map(QueryView::part).toList(), instead);
    }

    private static Part part(Understood understood) {
        Placed placed = understood.placed();
        boolean excluded = placed.clause().excluded();
        String text = QueryText.print(placed.clause());
        Meaning meaning = understood.meaning();
        if (meaning instanceof Meaning.Filter filter) {
            Optional<Filter> same =
                    excluded ? Optional.empty() : Optional.of(new Filter(filter.name(), filter.values()));
            return new Part(
                    placed.start(),
                    placed.end(),
                    text,
                    "filter",
                    excluded,
                    Optional.of(filter.title()),
                    filter.labels(),
                    same);
        }
        if (meaning instanceof Meaning.InTitle title) {
            List<Text> values = title.texts().stream().map(Text::same).toList();
            return new Part(
                    placed.start(), placed.end(), text, "title", excluded, Optional.empty(), values, Optional.empty());
        }
        var words = (Meaning.Anywhere) meaning;
        String kind = words.piece().kind().name().toLowerCase(Locale.ROOT);
        List<Text> values =
                List.of(Text.same(words.instead().orElse(words.piece().text())));
        return new Part(placed.start(), placed.end(), text, kind, excluded, Optional.empty(), values, Optional.empty());
    }
}
