package org.vaksam.journal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Values of query parameters; 400 for those that cannot be understood. */
final class Parameter {
    private static final int LONGEST = 200;

    private Parameter() {}

    static Optional<String> words(String name, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw bad(name, new Text("högst 200 tecken", "at most 200 characters"));
        }
        return Optional.ofNullable(value).map(String::strip).filter(words -> !words.isEmpty());
    }

    /** A time, or the beginning of a day in Sweden. */
    static Optional<Instant> start(String name, @Nullable String value) {
        return time(name, value, 0);
    }

    /** A time, or the end of a day in Sweden. */
    static Optional<Instant> end(String name, @Nullable String value) {
        return time(name, value, 1);
    }

    private static Optional<Instant> time(String name, @Nullable String value, int daysOn) {
        return words(name, value).map(text -> {
            try {
                return text.length() > "2026-01-31".length()
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text)
                                .plusDays(daysOn)
                                .atStartOfDay(SwedishTime.ZONE)
                                .toInstant();
            } catch (DateTimeException e) {
                throw bad(
                                name,
                                new Text(
                                        "skriv en dag som 2026-01-31 eller en tid som 2026-01-31T12:00:00Z",
                                        "write a date such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z"))
                        .causedBy(e);
            }
        });
    }

    static long number(String name, @Nullable String value, long otherwise, long least, long most) {
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(name, least, most).causedBy(e);
        }
        throw outside(name, least, most);
    }

    private static Problem outside(String name, long least, long most) {
        return bad(
                name,
                new Text(
                        "skriv ett tal från " + least + " till " + most,
                        "write a number from " + least + " to " + most));
    }

    private static Problem bad(String name, Text detail) {
        return Problem.badRequest(
                        new Text("Parametern " + name + ": " + detail.sv(), "Parameter " + name + ": " + detail.en()))
                .withFields(List.of(new FieldProblem(name, detail)));
    }
}
