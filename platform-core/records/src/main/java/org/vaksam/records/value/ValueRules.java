package org.vaksam.records.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The rules of the simple types of fields. */
public final class ValueRules {
    /** Decimals of a number. */
    public static final int NUMBER_DECIMALS = 6;

    /** Decimals of an amount of money. */
    public static final int MONEY_DECIMALS = 4;

    private ValueRules() {}

    /** One line, that matches the pattern as a whole if there is one. */
    public static ValueRule text(int max, Optional<SafePattern> pattern) {
        return (value, path, problems) -> {
            Optional<String> line = Words.line(value, path, max, problems);
            if (line.isPresent() && pattern.isPresent() && !pattern.get().matches(line.get())) {
                problems.add(
                        path,
                        "Har inte rätt form (" + pattern.get() + ").",
                        "Does not have the right form (" + pattern.get() + ").");
                return Optional.empty();
            }
            return line.map(Object.class::cast);
        };
    }

    public static ValueRule longText(int max) {
        return (value, path, problems) ->
                Words.lines(value, path, max, problems).map(Object.class::cast);
    }

    public static ValueRule number(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        return (value, path, problems) -> {
            Optional<BigDecimal> number = Numbers.number(value, path, NUMBER_DECIMALS, problems);
            return inRange(number, min, max, path, problems);
        };
    }

    public static ValueRule money(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        return (value, path, problems) -> {
            Optional<BigDecimal> amount = Numbers.amount(value, path, MONEY_DECIMALS, problems);
            return inRange(amount, min, max, path, problems);
        };
    }

    public static ValueRule date() {
        return (value, path, problems) -> Times.date(value, path, problems).map(LocalDate::toString);
    }

    /** A point in time; stored as UTC. */
    public static ValueRule time() {
        return (value, path, problems) -> Times.instant(value, path, problems).map(Object::toString);
    }

    public static ValueRule bool() {
        return (value, path, problems) -> {
            if (value instanceof Boolean) {
                return Optional.of(value);
            }
            problems.add(path, "Ska vara true eller false.", "Must be true or false.");
            return Optional.empty();
        };
    }

    public static ValueRule choice(Collection<String> choices) {
        return (value, path, problems) -> {
            if (value instanceof String text && choices.contains(text)) {
                return Optional.of(value);
            }
            String listed = String.join(", ", choices);
            String word = value instanceof String text ? text : "";
            problems.add(
                    path,
                    "Ska vara något av: " + listed + "." + Nearest.swedish(word, choices),
                    "Must be one of: " + listed + "." + Nearest.english(word, choices));
            return Optional.empty();
        };
    }

    private static Optional<Object> inRange(
            Optional<BigDecimal> number,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            String path,
            Problems problems) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (min.isPresent() && number.get().compareTo(min.get()) < 0) {
            String limit = min.get().toPlainString();
            problems.add(path, "Ska vara minst " + limit + ".", "Must be at least " + limit + ".");
            return Optional.empty();
        }
        if (max.isPresent() && number.get().compareTo(max.get()) > 0) {
            String limit = max.get().toPlainString();
            problems.add(path, "Får vara högst " + limit + ".", "Must be at most " + limit + ".");
            return Optional.empty();
        }
        return Optional.of(number.get());
    }
}
