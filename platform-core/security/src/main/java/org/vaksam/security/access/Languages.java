package org.vaksam.security.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between the platform's two languages. */
final class Languages {
    static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final int LONGEST = 500;

    private Languages() {}

    /** The better liked of the two; Swedish when the header names neither. */
    static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST) {
            return SWEDISH;
        }
        double swedish = -1;
        double english = -1;
        double any = -1;
        for (String part : acceptLanguage.split(",")) {
            String[] pieces = part.strip().split(";", 2);
            String tag = pieces[0].strip().toLowerCase(Locale.ROOT);
            double weight = pieces.length == 1 ? 1 : weight(pieces[1]);
            if (tag.equals("sv") || tag.startsWith("sv-")) {
                swedish = Math.max(swedish, weight);
            } else if (tag.equals("en") || tag.startsWith("en-")) {
                english = Math.max(english, weight);
            } else if (tag.equals("*")) {
                any = weight;
            }
        }
        double forSwedish = swedish < 0 ? any : swedish;
        double forEnglish = english < 0 ? any : english;
        return forEnglish > 0 && forEnglish > forSwedish ? Locale.ENGLISH : SWEDISH;
    }

    private static double weight(String parameter) {
        String text = parameter.strip();
        if (!text.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(text.substring(2).strip());
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
