package org.vaksam.records.value;

import java.text.Normalizer;
import java.util.Optional;

/** Text of people: normalised to NFC, of bounded length, without control characters; otherwise untouched. */
public final class Words {
    private Words() {}

    /** One line; blank counts as not set. Surrounding space is removed. */
    public static Optional<String> line(Object value, String path, int max, Problems problems) {
        return read(value, path, max, false, problems).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Several lines; blank counts as not set. */
    public static Optional<String> lines(Object value, String path, int max, Problems problems) {
        return read(value, path, max, true, problems).filter(text -> !text.isBlank());
    }

    private static Optional<String> read(Object value, String path, int max, boolean lines, Problems problems) {
        if (!(value instanceof String raw)) {
            problems.add(path, "Ska vara en text.", "Must be a text.");
            return Optional.empty();
        }
        if (raw.length() > max * 2L) {
            tooLong(path, raw.length(), max, problems);
            return Optional.empty();
        }
        if (!isClean(raw, lines)) {
            problems.add(
                    path,
                    "Innehåller styrtecken eller trasiga tecken, som inte kan sparas.",
                    "Contains control characters or broken characters, which cannot be stored.");
            return Optional.empty();
        }
        String text = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        if (text.length() > max) {
            tooLong(path, text.length(), max, problems);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static void tooLong(String path, int length, int max, Problems problems) {
        problems.add(
                path,
                "Är " + length + " tecken lång, högst " + max + " får plats.",
                "Is " + length + " characters long, at most " + max + " are allowed.");
    }

    private static boolean isClean(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
