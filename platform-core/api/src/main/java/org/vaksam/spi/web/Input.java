package org.vaksam.spi.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The JSON object of a request: every member is read with its rule, and all that is wrong is said at once by {@link #check}. */
public final class Input {
    private static final Text REQUIRED = new Text("Måste anges.", "Is required.");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_TIME = 40;

    private final Map<String, @Nullable Object> members;
    private final String prefix;
    private final List<FieldProblem> problems;

    private Input(
            Map<String, @Nullable Object> members, String prefix, List<FieldProblem> problems, Set<String> known) {
        this.members = members;
        this.prefix = prefix;
        this.problems = problems;
        for (String member : members.keySet()) {
            if (!known.contains(member)) {
                wrong(member, "Okänt fält.", "Unknown field.");
            }
        }
    }

    /** The body of a request, of which these members are known. */
    public static Input of(@Nullable Map<String, @Nullable Object> body, String... known) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        return new Input(body, "", new ArrayList<>(), Set.of(known));
    }

    /** Whether the member was sent at all, also as null. */
    public boolean has(String field) {
        return members.containsKey(field);
    }

    /** One line, stripped; empty when it was not sent or is blank. */
    public Optional<String> line(String field, int longest) {
        return text(field, longest, false);
    }

    /** One line that must be there. */
    public String requiredLine(String field, int longest) {
        return required(field, line(field, longest)).orElse("");
    }

    /** Several lines, stripped; empty when it was not sent or is blank. */
    public Optional<String> lines(String field, int longest) {
        return text(field, longest, true);
    }

    /** Several lines that must be there. */
    public String requiredLines(String field, int longest) {
        return required(field, lines(field, longest)).orElse("");
    }

    /** Different texts, at most so many; none when nothing was sent. */
    public List<String> texts(String field, int most, int longest) {
        Object value = members.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list
                && list.size() <= most
                && list.stream()
                        .allMatch(item -> item instanceof String text && !text.isBlank() && text.length() <= longest)) {
            return list.stream().map(String::valueOf).distinct().toList();
        }
        wrong(
                field,
                "Ska vara en lista med högst " + most + " texter.",
                "Must be a list of at most " + most + " texts.");
        return List.of();
    }

    public Optional<Boolean> flag(String field) {
        return read(
                field,
                value -> Optional.of(value).filter(Boolean.class::isInstance).map(Boolean.class::cast),
                new Text("Ska vara true eller false.", "Must be true or false."));
    }

    /** A whole number between these. */
    public Optional<Integer> whole(String field, int least, int most) {
        return read(
                field,
                value -> Optional.of(value)
                        .filter(Integer.class::isInstance)
                        .map(Integer.class::cast)
                        .filter(number -> number >= least && number <= most),
                new Text(
                        "Ska vara ett heltal mellan " + least + " och " + most + ".",
                        "Must be a whole number between " + least + " and " + most + "."));
    }

    /** One of these words. */
    public Optional<String> word(String field, Set<String> possible) {
        String all = String.join(", ", possible.stream().sorted().toList());
        return read(
                field,
                value -> written(value, Integer.MAX_VALUE).filter(possible::contains),
                new Text("Ska vara något av " + all + ".", "Must be one of " + all + "."));
    }

    /** An exact decimal, also as text, not negative, with at most so many decimals. */
    public Optional<BigDecimal> decimal(String field, BigDecimal most, int decimals) {
        return read(
                field,
                value -> decimal(value)
                        .filter(number ->
                                number.signum() >= 0 && number.compareTo(most) <= 0 && number.scale() <= decimals),
                new Text(
                        "Ska vara ett tal från 0 till " + most.toPlainString() + " med högst " + decimals
                                + " decimaler.",
                        "Must be a number from 0 to " + most.toPlainString() + " with at most " + decimals
                                + " decimals."));
    }

    /** A date such as 2026-11-22. */
    public Optional<LocalDate> date(String field) {
        return read(
                field,
                value -> written(value, "2026-11-22".length())
                        .map(LocalDate::parse)
                        .filter(date -> isYear(date.getYear())),
                new Text("Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22."));
    }

    /** A time with an offset. */
    public Optional<Instant> time(String field) {
        return read(
                field,
                value -> written(value, LONGEST_TIME)
                        .map(OffsetDateTime::parse)
                        .filter(time -> isYear(time.getYear()))
                        .map(OffsetDateTime::toInstant),
                new Text("Ska vara en tid som 2026-11-22T15:04:05Z.", "Must be a time such as 2026-11-22T15:04:05Z."));
    }

    /** A time of the day in hours and minutes. */
    public Optional<LocalTime> timeOfDay(String field) {
        return read(
                field,
                value -> written(value, "22:00".length()).map(LocalTime::parse),
                new Text("Ska vara ett klockslag som 22:00.", "Must be a time such as 22:00."));
    }

    /** The members of an object, none when nothing was sent. */
    public Map<String, @Nullable Object> object(String field) {
        Object value = members.get(field);
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value != null) {
            wrong(field, "Ska vara ett objekt.", "Must be an object.");
        }
        return new LinkedHashMap<>();
    }

    /**
     * The object of a member, of which these members are known; empty when nothing was sent. What is wrong in it is said with its
     * place, {@code chart.title}, by {@link #check} of this.
     */
    public Optional<Input> part(String field, String... known) {
        Object value = members.get(field);
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Input(copy(map), prefix + field + ".", problems, Set.of(known)));
        }
        if (value != null) {
            wrong(field, "Ska vara ett objekt.", "Must be an object.");
        }
        return Optional.empty();
    }

    /**
     * The objects of a list, of which these members are known; none when nothing was sent. What is wrong in one is said with its
     * place, {@code rows[0].title}, by {@link #check} of this.
     */
    public List<Input> objects(String field, int most, String... known) {
        Object value = members.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)
                || list.size() > most
                || !list.stream().allMatch(Map.class::isInstance)) {
            wrong(
                    field,
                    "Ska vara en lista med högst " + most + " objekt.",
                    "Must be a list of at most " + most + " objects.");
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(at -> new Input(
                        copy((Map<?, ?>) list.get(at)), prefix + field + "[" + at + "].", problems, Set.of(known)))
                .toList();
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, member) -> object.put(String.valueOf(name), member));
        return object;
    }

    /** The member as it was read, which must be there. */
    public <T> Optional<T> required(String field, Optional<T> read) {
        if (read.isEmpty()
                && problems.stream().noneMatch(problem -> problem.field().equals(prefix + field))) {
            missing(field);
        }
        return read;
    }

    public void wrong(String field, String swedish, String english) {
        problems.add(new FieldProblem(prefix + field, new Text(swedish, english)));
    }

    public void missing(String field) {
        problems.add(new FieldProblem(prefix + field, REQUIRED));
    }

    /** Refuses (422) when anything was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    /** What the rule makes of the member, empty when it was not sent; it is wrong when the rule makes nothing of it. */
    private <T> Optional<T> read(String field, Function<Object, Optional<T>> rule, Text otherwise) {
        Object value = members.get(field);
        Optional<T> read = Optional.ofNullable(value).flatMap(sent -> understood(rule, sent));
        if (value != null && read.isEmpty()) {
            problems.add(new FieldProblem(prefix + field, otherwise));
        }
        return read;
    }

    private static <T> Optional<T> understood(Function<Object, Optional<T>> rule, Object sent) {
        try {
            return rule.apply(sent);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> written(Object value, int longest) {
        return value instanceof String text && text.length() <= longest ? Optional.of(text) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Object value) {
        String text = value instanceof String || value instanceof Number ? value.toString() : "";
        if (text.length() > LONGEST_NUMBER || text.contains("e") || text.contains("E")) {
            return Optional.empty();
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(number.setScale(Math.max(0, number.scale())));
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private Optional<String> text(String field, int longest, boolean lines) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String given)) {
            wrong(field, "Ska vara en text.", "Must be a text.");
            return Optional.empty();
        }
        if (given.length() > longest * 2L || given.strip().length() > longest) {
            wrong(field, "Får ha högst " + longest + " tecken.", "May have at most " + longest + " characters.");
            return Optional.empty();
        }
        if (given.codePoints().anyMatch(one -> isUnprintable(one, lines))) {
            wrong(field, "Får inte innehålla styrtecken.", "Must not contain control characters.");
            return Optional.empty();
        }
        String text = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
        return Optional.of(text).filter(rest -> !rest.isEmpty());
    }

    private static boolean isUnprintable(int one, boolean lines) {
        boolean space = lines && (one == '\n' || one == '\r' || one == '\t');
        return Character.isISOControl(one) && !space || Character.getType(one) == Character.SURROGATE;
    }
}
