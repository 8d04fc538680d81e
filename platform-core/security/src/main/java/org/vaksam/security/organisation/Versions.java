package org.vaksam.security.organisation;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Versions of units in the headers ETag and If-Match (RFC 9110). */
final class Versions {
    private Versions() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Which versions the header accepts; 428 without the header. */
    static LongPredicate expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                            "precondition-required",
                            428,
                            new Text("Vilken version?", "Which version?"),
                            new Text(
                                    "Sidhuvudet If-Match saknas: det säger vilken version ändringen bygger på.",
                                    "The header If-Match is missing: it says which version the change is based on."))
                    .withNext(new Text(
                            "Läs enheten och skicka dess ETag som If-Match.",
                            "Read the unit and send its ETag as If-Match."));
        }
        return version -> Arrays.stream(ifMatch.strip().split("\\s*,\\s*"))
                .anyMatch(given -> given.equals("*") || given.equals(tag(version)));
    }

    static Problem stale(long version) {
        return Problem.of(
                        "stale",
                        412,
                        new Text("Någon annan har ändrat", "Somebody else has changed it"),
                        new Text("Enheten har ändrats sedan du läste den.", "The unit was changed since you read it."))
                .with("version", version)
                .withNext(new Text("Läs enheten igen.", "Read the unit again."));
    }
}
