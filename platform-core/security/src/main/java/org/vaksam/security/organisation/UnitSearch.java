package org.vaksam.security.organisation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds units by code, name and external key. Every word must be there; what begins with them comes first. */
final class UnitSearch {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int EXACT = 0;
    private static final int BEGINS = 1;
    private static final int BEGINS_WORD = 2;
    private static final int CONTAINS = 3;

    /** What is compared with, in small letters: each text between line ends. */
    private record Entry(UnitRow row, String words) {}

    private record Hit(UnitRow row, int rank) {}

    /** The best ones and how many there are in all. */
    record Found(List<UnitRow> rows, int total) {}

    private final List<Entry> entries;

    UnitSearch(List<UnitRow> rows) {
        entries = rows.stream()
                .map(row -> new Entry(row, small("\n" + String.join("\n", texts(row)) + "\n")))
                .toList();
    }

    Found find(String text, int most) {
        String wanted = small(text.strip());
        List<String> words = Arrays.asList(SPACE.split(wanted));
        List<Hit> hits = entries.stream()
                .filter(entry -> words.stream().allMatch(entry.words()::contains))
                .map(entry -> new Hit(entry.row(), rank(entry.words(), wanted)))
                .sorted(Comparator.comparingInt(Hit::rank))
                .toList();
        return new Found(hits.stream().limit(most).map(Hit::row).toList(), hits.size());
    }

    private static int rank(String words, String wanted) {
        if (words.contains("\n" + wanted + "\n")) {
            return EXACT;
        }
        if (words.contains("\n" + wanted)) {
            return BEGINS;
        }
        return words.contains(" " + wanted) ? BEGINS_WORD : CONTAINS;
    }

    private static List<String> texts(UnitRow row) {
        Optional<String> key = row.externalKey();
        return List.of(row.code(), row.name().sv(), row.name().en(), key.orElse(""));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
