package org.vaksam.web.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between the platform's two languages. */
public final class Languages {
    /** Swedish, which is also what silence means. */
    public static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Languages() {}

    /** The better liked of Swedish and English in this {@code Accept-Language}. */
    public static Locale choose(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return SWEDISH;
        }
        double swedish = -1;
        double english = -1;
        for (String range : acceptLanguage.split(",", 20)) {
            String language = range.strip().toLowerCase(Locale.ROOT);
            if (language.startsWith("sv")) {
                swedish = Math.max(swedish, quality(language));
            } else if (language.startsWith("en")) {
                english = Math.max(english, quality(language));
            }
        }
        return english > swedish && english > 0 ? Locale.ENGLISH : SWEDISH;
    }

    private static double quality(String range) {
        int at = range.indexOf("q=");
        if (at < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(range.substring(at + 2).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
