package org.vaksam.insight.schema;

import java.text.Normalizer;
import java.util.Locale;

/** Titles in the order of the Swedish alphabet, as plain code points: … z å ä ö; accents and case do not count. */
public final class TitleOrder {
    private static final int LENGTH = 60;

    private TitleOrder() {}

    /** The beginning of the title as a key that sorts right. */
    public static String key(String title) {
        String beginning = title.substring(0, Math.min(title.length(), LENGTH)).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(LENGTH);
        for (int i = 0; i < beginning.length(); i++) {
            char letter = beginning.charAt(i);
            switch (letter) {
                case 'å' -> key.append('{');
                case 'ä', 'æ' -> key.append('|');
                case 'ö', 'ø' -> key.append('}');
                default -> key.append(letter < 0x80 ? letter : base(letter));
            }
        }
        return key.toString();
    }

    private static char base(char letter) {
        return Character.isSurrogate(letter)
                ? letter
                : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0);
    }
}
