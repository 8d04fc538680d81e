package org.vaksam.spi.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Versions of what is stored in the headers ETag, If-Match and If-None-Match (RFC 9110). */
public final class EntityTags {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private EntityTags() {}

    /** The tag of a version. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Which versions the header accepts; 428 without the header. */
    public static IntPredicate required(@Nullable String header) {
        return optional(header).orElseThrow(() -> Problem.of(
                        "precondition-required",
                        428,
                        new Text("Vilken version?", "Which version?"),
                        new Text(
                                "Sidhuvudet If-Match saknas: det säger vilken version ändringen bygger på.",
                                "The header If-Match is missing: it says which version the change is based on."))
                .withNext(new Text(
                        "Läs den och skicka dess ETag som If-Match.", "Read it and send its ETag as If-Match.")));
    }

    /** Which versions the header accepts, if it is there. */
    public static Optional<IntPredicate> optional(@Nullable String header) {
        return header == null || header.isBlank() ? Optional.empty() : Optional.of(version -> matches(header, version));
    }

    /** Whether the header names this version or any. */
    public static boolean matches(String header, int version) {
        String tag = of(version);
        return Arrays.stream(SEPARATOR.split(header.strip()))
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(given -> given.equals("*") || given.equals(tag));
    }

    /** 412 when the change is based on another version. */
    public static void check(IntPredicate expected, int version) {
        if (!expected.test(version)) {
            throw stale(version);
        }
    }

    /** 412: what is stored has this version by now. */
    public static Problem stale(int version) {
        return Problem.of(
                        "stale",
                        412,
                        new Text("Någon annan hann före", "Somebody else was faster"),
                        new Text(
                                "Det har ändrats sedan du läste det. Inget har sparats.",
                                "It has changed since you read it. Nothing was stored."))
                .with("version", version)
                .withNext(new Text("Läs igen och gör om ändringen.", "Read again and repeat the change."));
    }
}
