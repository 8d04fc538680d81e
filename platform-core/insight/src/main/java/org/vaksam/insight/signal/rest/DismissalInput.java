package org.vaksam.insight.signal.rest;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.web.Input;

/** Why a signal is put aside, and until when. */
record DismissalInput(String reason, LocalDate until) {
    private static final int LONGEST_REASON = 1_000;
    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 365;

    /** Reads the body, of which everything that is wrong is said at once. */
    static DismissalInput of(@Nullable Map<String, @Nullable Object> body, LocalDate today) {
        var input = Input.of(body, "reason", "until");
        String reason = input.requiredLines("reason", LONGEST_REASON);
        LocalDate until = input.date("until").orElse(today.plusDays(USUAL_DAYS));
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            input.wrong(
                    "until",
                    "Ska vara ett datum som " + today.plusDays(USUAL_DAYS) + ", högst ett år bort.",
                    "Must be a date such as " + today.plusDays(USUAL_DAYS) + ", at most a year away.");
        }
        input.check();
        return new DismissalInput(reason, until);
    }
}
