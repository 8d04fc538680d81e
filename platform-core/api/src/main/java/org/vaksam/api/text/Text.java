package org.vaksam.api.text;

import java.util.Locale;
import java.util.Map;

/**
 * A label or sentence in both languages of the platform.
 *
 * @param sv Swedish
 * @param en English
 */
public record Text(String sv, String en) {

    /** The same word in both languages: names, numbers, codes. */
    public static Text same(String word) {
        return new Text(word, word);
    }

    /** The words in the reader's language: Swedish for {@code sv}, otherwise English. */
    public String in(Locale locale) {
        return "sv".equals(locale.getLanguage()) ? sv : en;
    }

    /** As it stands in JSON: {@code {"sv": …, "en": …}}. */
    public Map<String, String> asMap() {
        return Map.of("sv", sv, "en", en);
    }
}
