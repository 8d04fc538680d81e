package org.vaksam.insight.text;

import java.util.List;

/**
 * Takes inflections off Swedish words until none is left, so that all forms of a word meet: inbrott, inbrottet, inbrottens.
 * The usual light stemmer takes one ending only and tears these apart (inbrot, inbrott).
 */
final class SwedishStem {
    private static final int SHORTEST = 3;
    private static final List<String> ENDINGS =
            List.of("arna", "erna", "orna", "ade", "ad", "ar", "er", "or", "en", "et", "at", "an", "a", "e");

    private SwedishStem() {}

    static String of(String word) {
        String stem = word;
        String shorter = shorten(stem);
        while (shorter.length() < stem.length()) {
            stem = shorter;
            shorter = shorten(stem);
        }
        return stem;
    }

    private static String shorten(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && leavesWord(word, ending.length())) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        if (word.endsWith("eln") || word.endsWith("ern")) {
            return word.length() > SHORTEST + 1 ? word.substring(0, word.length() - 1) : word;
        }
        boolean genitive = word.endsWith("s") && word.length() > SHORTEST + 1;
        return genitive ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean leavesWord(String word, int cut) {
        int rest = word.length() - cut;
        if (rest < SHORTEST) {
            return false;
        }
        for (int i = 0; i < rest; i++) {
            if ("aeiouyåäö".indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
