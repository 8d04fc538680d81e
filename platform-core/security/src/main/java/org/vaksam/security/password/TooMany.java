package org.vaksam.security.password;

import java.time.Duration;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The answer to whoever tries too often. */
final class TooMany {
    private TooMany() {}

    /** 429; the gateway turns {@code retryAfter} (seconds) into the header {@code Retry-After}. */
    static Problem comeBackIn(Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return Problem.of(
                        "too-many-requests",
                        429,
                        new Text("För många försök", "Too many attempts"),
                        new Text(
                                "Det har gjorts för många försök. Försök igen om " + seconds + " sekunder.",
                                "There were too many attempts. Try again in " + seconds + " seconds."))
                .with("retryAfter", seconds)
                .withNext(new Text(
                        "Vänta och försök igen, eller be en administratör om ett nytt lösenord.",
                        "Wait and try again, or ask an administrator for a new password."));
    }
}
