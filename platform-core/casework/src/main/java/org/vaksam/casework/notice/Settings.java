package org.vaksam.casework.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one person has chosen.
 *
 * @param language   of letters
 * @param digestHour hour of the day from which the daily letter is sent, 0-23, in Sweden
 * @param choices    those that are not the usual ones
 * @param version    0 while the person has chosen nothing
 */
public record Settings(
        Locale language, int digestHour, Optional<QuietHours> quiet, Map<NoticeKind, MailChoice> choices, int version) {
    private static final int MORNING = 7;

    /** Of people who have chosen nothing. */
    public static Settings usual() {
        return new Settings(Locale.forLanguageTag("sv"), MORNING, Optional.empty(), Map.of(), 0);
    }

    public MailChoice choice(NoticeKind kind) {
        return Objects.requireNonNullElse(choices.get(kind), kind.usual());
    }
}
