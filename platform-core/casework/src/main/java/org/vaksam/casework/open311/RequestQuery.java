package org.vaksam.casework.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vaksam.casework.page.FormBody;

/**
 * Which service requests somebody asks for: those with these ids, or else those of these services, states and times, of which
 * at most 90 days.
 *
 * @param statuses {@code open} and {@code closed}; both when empty
 */
record RequestQuery(List<String> ids, List<String> services, List<String> statuses, Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_IDS = 100;
    private static final List<String> STATUSES = List.of("open", "closed");

    /** Reads it out of an address. */
    static RequestQuery of(FormBody parameters, Instant now) {
        List<String> ids = list(parameters, "service_request_id");
        if (ids.size() > MOST_IDS) {
            throw Errors.bad(
                    "Högst " + MOST_IDS + " service_request_id på en gång.",
                    "At most " + MOST_IDS + " values of service_request_id at once.");
        }
        List<String> statuses = list(parameters, "status");
        if (!STATUSES.containsAll(statuses)) {
            throw Errors.bad("status ska vara open eller closed.", "status must be open or closed.");
        }
        Optional<Instant> start = time(parameters, "start_date");
        Optional<Instant> end = time(parameters, "end_date");
        Instant to = end.orElseGet(() -> start.map(from -> from.plus(LONGEST))
                .filter(last -> last.isBefore(now))
                .orElse(now));
        Instant from = start.orElseGet(() -> to.minus(LONGEST));
        if (from.isAfter(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Errors.bad(
                    "Från start_date till end_date får det vara högst 90 dagar.",
                    "From start_date to end_date there may be at most 90 days.");
        }
        return new RequestQuery(ids, list(parameters, "service_code"), statuses, from, to);
    }

    private static List<String> list(FormBody parameters, String name) {
        return Arrays.stream(parameters.get(name).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<Instant> time(FormBody parameters, String name) {
        // a plus that was not encoded has become a space
        String text = parameters.get(name).replace(' ', '+');
        try {
            return text.isEmpty() || text.length() > 40
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw Errors.bad(
                            name + " ska vara en tid som 2026-01-01T00:00:00Z.",
                            name + " must be a time like 2026-01-01T00:00:00Z.")
                    .causedBy(e);
        }
    }
}
