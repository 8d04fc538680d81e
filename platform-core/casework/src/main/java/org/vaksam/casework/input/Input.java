package org.vaksam.casework.input;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The JSON object of a request: every member is read with its rule, and all that is wrong is said at once by {@link #check}. */
public final class Input {
    private static final Text REQUIRED = new Text("Måste anges.", "Is required.");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Map<String, @Nullable Object> members;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Input(Map<String, @Nullable Object> members, Set<String> known) {
        this.members = members;
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
        return new Input(body, Set.of(known));
    }

    /** Whether the member was sent at all, also as null. */
    public boolean has(String field) {
        return members.containsKey(field);
    }

    /** One line, stripped; empty when it was not sent or is blank. */
    public Optional<String> line(String field, int longest) {
        return text(field, longest, false).map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Several lines; empty when it was not sent or is blank. */
    public Optional<String> lines(String field, int longest) {
        return text(field, longest, true).map(String::strip).filter(lines -> !lines.isEmpty());
    }

    /** Several lines that must be there. */
    public String requiredLines(String field, int longest) {
        Optional<String> lines = lines(field, longest);
        if (lines.isEmpty() && problems.isEmpty()) {
            missing(field);
        }
        return lines.orElse("");
    }

    public Optional<Boolean> flag(String field) {
        Object value = members.get(field);
        if (value != null && !(value instanceof Boolean)) {
            wrong(field, "Ska vara true eller false.", "Must be true or false.");
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A whole number between these. */
    public Optional<Integer> whole(String field, int least, int most) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return Optional.of(number);
        }
        wrong(
                field,
                "Ska vara ett heltal mellan " + least + " och " + most + ".",
                "Must be a whole number between " + least + " and " + most + ".");
        return Optional.empty();
    }

    /** One of these words. */
    public Optional<String> word(String field, Set<String> possible) {
        Object value = members.get(field);
        if (value != null && !(value instanceof String word && possible.contains(word))) {
            String all = String.join(", ", possible.stream().sorted().toList());
            wrong(field, "Ska vara något av " + all + ".", "Must be one of " + all + ".");
            return Optional.empty();
        }
        return Optional.ofNullable((String) value);
    }

    /** An exact decimal, also as text, not negative, with at most so many decimals. */
    public Optional<BigDecimal> decimal(String field, BigDecimal most, int decimals) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        String text = value instanceof String || value instanceof Number ? value.toString() : "";
        try {
            if (text.length() <= 30 && !text.contains("e") && !text.contains("E")) {
                var number = new BigDecimal(text).stripTrailingZeros();
                if (number.signum() >= 0 && number.compareTo(most) <= 0 && number.scale() <= decimals) {
                    return Optional.of(number.setScale(Math.max(0, number.scale())));
                }
            }
        } catch (NumberFormatException e) {
            // said below, in words
        }
        wrong(
                field,
                "Ska vara ett tal från 0 till " + most.toPlainString() + " med högst " + decimals + " decimaler.",
                "Must be a number from 0 to " + most.toPlainString() + " with at most " + decimals + " decimals.");
        return Optional.empty();
    }

    /** A date such as 2026-11-22. */
    public Optional<LocalDate> date(String field) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value instanceof String text && text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    return Optional.of(date);
                }
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        wrong(field, "Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22.");
        return Optional.empty();
    }

    /** A time with an offset. */
    public Optional<Instant> time(String field) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value instanceof String text && text.length() <= 40) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                    return Optional.of(time.toInstant());
                }
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        wrong(field, "Ska vara en tid som 2026-11-22T15:04:05Z.", "Must be a time such as 2026-11-22T15:04:05Z.");
        return Optional.empty();
    }

    public void wrong(String field, String swedish, String english) {
        problems.add(new FieldProblem(field, new Text(swedish, english)));
    }

    public void missing(String field) {
        problems.add(new FieldProblem(field, REQUIRED));
    }

    /** Refuses (422) when anything was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
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
        return Optional.of(Normalizer.normalize(given, Normalizer.Form.NFC));
    }

    private static boolean isUnprintable(int one, boolean lines) {
        boolean space = lines && (one == '\n' || one == '\r' || one == '\t');
        return Character.isISOControl(one) && !space || Character.getType(one) == Character.SURROGATE;
    }
}
