package org.vaksam.insight.store;

import static org.vaksam.spi.privacy.PersonalData.MOST;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData.Found;

/**
 * Looks for a person through all rows of a table.
 *
 * @param rows  at most {@link #PAGE} after an id, in the order of ids
 * @param found where in a row the person is: names of fields, none when they are not in it
 * @param seen  whether the caller may know of it
 * @param place of a row in which the person is, with where
 */
public record PersonSearch<T>(
        Function<String, List<T>> rows,
        Function<T, String> id,
        Function<T, List<String>> found,
        Predicate<T> seen,
        BiFunction<T, List<String>, PersonPlace> place) {
    /** Rows at a time; some are large. */
    public static final int PAGE = 50;

    /** All places until there are more than anybody is shown. */
    public Found find() {
        var places = new ArrayList<PersonPlace>();
        Set<String> hidden = new HashSet<>();
        String after = "";
        List<T> page;
        do {
            page = rows.apply(after);
            for (T row : page) {
                after = id.apply(row);
                List<String> where = found.apply(row);
                if (!where.isEmpty() && seen.test(row)) {
                    places.add(place.apply(row, where));
                } else if (!where.isEmpty()) {
                    hidden.add(after);
                }
            }
        } while (page.size() == PAGE && places.size() <= MOST);
        boolean more = places.size() > MOST;
        return new Found(List.copyOf(more ? places.subList(0, MOST) : places), hidden, more);
    }
}
