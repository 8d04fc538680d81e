package org.vaksam.spi.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * The first row of a table, which names its columns.
 *
 * @param <C>   how its reader calls a column
 * @param named the column that a heading means
 * @param shown the names of all columns, for people
 * @param keys  names of those that tell which line is which: a table has one of them
 */
public record TableHeading<C>(Function<String, Optional<C>> named, List<String> shown, List<String> keys) {
    private static final int MOST_NAMED = 10;

    /** Where each column stands; 422 {@code unreadable-table} for headings that nobody would read. */
    public Map<C, Integer> find(List<String> heading) {
        Map<C, Integer> places = new LinkedHashMap<>();
        var unknown = new ArrayList<String>();
        for (int place = 0; place < heading.size(); place++) {
            Optional<C> column = named.apply(heading.get(place));
            if (column.isPresent() && !places.containsKey(column.get())) {
                places.put(column.get(), place);
            } else if (!heading.get(place).isEmpty()) {
                unknown.add(heading.get(place));
            }
        }
        boolean hasKey = keys.stream().flatMap(key -> named.apply(key).stream()).anyMatch(places::containsKey);
        if (!unknown.isEmpty() || !hasKey) {
            throw unreadable(unknown);
        }
        return places;
    }

    private Problem unreadable(List<String> unknown) {
        String names = String.join(", ", unknown.stream().limit(MOST_NAMED).toList());
        Text detail = unknown.isEmpty()
                ? new Text(
                        "Tabellen behöver en kolumn " + String.join(" eller ", keys) + ".",
                        "The table needs a column " + String.join(" or ", keys) + ".")
                : new Text(
                        "Okända eller upprepade kolumner: " + names + ".",
                        "Unknown or repeated columns: " + names + ".");
        return Problem.of("unreadable-table", 422, new Text("Filen kan inte läsas", "The file cannot be read"), detail)
                .with("allowed", shown)
                .withNext(new Text(
                        "Namnge kolumnerna i första raden: " + String.join(", ", shown) + ".",
                        "Name the columns in the first line: " + String.join(", ", shown) + "."));
    }
}
