package org.vaksam.incidents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a police event happened. Its name begins with day, month and time ({@code 20 mars 10:14, …}, since 2023-11
 * {@code 20 mars 10.14, …}), without a year; the time of publication is some minutes or days later.
 */
final class EventTime {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Pattern PREFIX =
            Pattern.compile("(\\d{1,2}) (\\p{L}{3,9}) (\\d{1,2})[.:](\\d{2})(?:,.*)?", Pattern.DOTALL);
    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private EventTime() {}

    /** The time in the name when it makes sense beside the publication, otherwise the publication. */
    static Instant of(String name, OffsetDateTime published) {
        return inName(name, published).orElse(published.toInstant());
    }

    private static Optional<Instant> inName(String name, OffsetDateTime published) {
        Matcher matcher = PREFIX.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = published.atZoneSameInstant(SWEDEN).getYear();
        return at(year, month, matcher)
                .map(time -> time.isAfter(published.toInstant().plus(HALF_A_YEAR))
                        ? at(year - 1, month, matcher)
                        : Optional.of(time))
                .flatMap(time -> time)
                .filter(time -> !time.isAfter(published.toInstant().plus(AHEAD)));
    }

    private static Optional<Instant> at(int year, int month, Matcher matcher) {
        try {
            return Optional.of(LocalDateTime.of(year, month, number(matcher, 1), number(matcher, 3), number(matcher, 4))
                    .atZone(SWEDEN)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
