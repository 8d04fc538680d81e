package org.vaksam.casework.document.type;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name a file gets here: no path, nothing invisible, and an ending that its content keeps. */
public final class FileName {
    private static final int LONGEST = 150;
    /** Control and format characters, among them those that turn the direction of reading. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {}

    /** The last part of a name that somebody gave, made harmless; with the first ending of the type if it has none of its. */
    public static String of(String given, FileType type) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("");
        String plain = EDGES.matcher(RESERVED.matcher(visible).replaceAll("_")).replaceAll("");
        String name = plain.isEmpty() ? "document" : plain;
        int dot = name.lastIndexOf('.');
        boolean fits =
                dot > 0 && type.endings().contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        String stem = fits ? name.substring(0, dot) : name;
        String ending = fits ? name.substring(dot) : "." + type.endings().get(0);
        return shortened(stem) + ending;
    }

    private static String shortened(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
    }
}
