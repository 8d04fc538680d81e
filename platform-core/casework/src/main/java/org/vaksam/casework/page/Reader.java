package org.vaksam.casework.page;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.text.Text;

/** Whoever looks at a page: the language is the one they chose there, or else that of their browser. */
public record Reader(Locale language) {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** With what they chose, if they did. */
    public static Reader of(@Nullable String chosen, Locale browser) {
        if ("sv".equals(chosen)) {
            return new Reader(SWEDISH);
        }
        return new Reader("en".equals(chosen) ? Locale.ENGLISH : browser);
    }

    public String t(String sv, String en) {
        return isSwedish() ? sv : en;
    }

    public String t(Text text) {
        return text.in(language);
    }

    public boolean isSwedish() {
        return "sv".equals(language.getLanguage());
    }

    /** {@code sv} or {@code en}. */
    public String code() {
        return isSwedish() ? "sv" : "en";
    }

    /** Day and time, as people say it. */
    public String moment(Instant time) {
        return format(time, isSwedish() ? "EEEE d MMMM yyyy 'klockan' HH.mm" : "EEEE d MMMM yyyy 'at' HH:mm");
    }

    public String day(Instant time) {
        return format(time, "d MMMM yyyy");
    }

    private String format(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language)
                .withZone(SwedishTime.ZONE)
                .format(time);
    }
}
