package org.vaksam.records.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** A part of a list that stands in the order of its keys, and the key after which the next part begins. */
record Part<T>(List<T> items, Optional<String> next) {
    static final int MOST = 200;

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36,53}");

    /** What comes after the cursor of an address. */
    static <T> Part<T> of(List<T> all, Function<T, String> key, @Nullable String cursor, @Nullable String limit) {
        Optional<String> after = cursor(cursor);
        return cut(
                all.stream()
                        .filter(item -> after.filter(last -> key.apply(item).compareTo(last) <= 0)
                                .isEmpty())
                        .toList(),
                key,
                limit(limit));
    }

    /** The first so many of what is left. */
    static <T> Part<T> cut(List<T> left, Function<T, String> key, int limit) {
        return left.size() <= limit
                ? new Part<>(left, Optional.empty())
                : new Part<>(left.subList(0, limit), Optional.of(key.apply(left.get(limit - 1))));
    }

    static int limit(@Nullable String limit) {
        return limit == null ? MOST : Searching.whole("limit", limit, MOST);
    }

    static Optional<String> cursor(@Nullable String cursor) {
        Optional<String> given = Optional.ofNullable(cursor).filter(text -> !text.isEmpty());
        if (given.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw Problem.badRequest(new Text("Markören stämmer inte.", "The cursor is not valid."));
        }
        return given;
    }
}
