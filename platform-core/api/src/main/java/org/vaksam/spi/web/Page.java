package org.vaksam.spi.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next the cursor that the page after this one is asked for with; nothing on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
    private static final int MOST = 200;

    /** How many items a page has when so many are asked for. */
    public static int size(int wanted) {
        return Math.max(1, Math.min(MOST, wanted));
    }

    /** Of what was found when one more than fits was looked for. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        return new Page<>(List.copyOf(found.subList(0, size)), Optional.of(cursor.apply(found.get(size - 1))));
    }
}
