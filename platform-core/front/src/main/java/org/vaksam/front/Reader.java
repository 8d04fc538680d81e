package org.vaksam.front;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;

/**
 * Whoever reads the answer.
 *
 * @param language {@code en} for those who ask for it first, otherwise {@code sv}
 */
record Reader(String language) {

    static Reader of(@Nullable String acceptLanguage) {
        boolean english = acceptLanguage != null
                && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en");
        return new Reader(english ? "en" : "sv");
    }

    String read(Text text) {
        return text.in(Locale.forLanguageTag(language));
    }
}
