package org.vaksam.records.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Versions of records in the headers ETag, If-Match and If-None-Match (RFC 9110). */
final class EntityTags {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private EntityTags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Which versions the header accepts; 428 without the header. */
    static IntPredicate required(@Nullable String header) {
        return optional(header).orElseThrow(() -> Problem.of(
                        "precondition-required",
                        428,
                        new Text("Vilken version?", "Which version?"),
                        new Text(
                                "Sidhuvudet If-Match saknas: det säger vilken version ändringen bygger på.",
                                "The header If-Match is missing: it says which version the change is based on."))
                .withNext(new Text(
                        "Läs posten och skicka dess ETag som If-Match.",
                        "Read the record and send its ETag as If-Match.")));
    }

    static Optional<IntPredicate> optional(@Nullable String header) {
        return header == null || header.isBlank() ? Optional.empty() : Optional.of(version -> matches(header, version));
    }

    static boolean matches(String header, int version) {
        String tag = of(version);
        return Arrays.stream(SEPARATOR.split(header.strip()))
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(given -> given.equals("*") || given.equals(tag));
    }
}
