package org.vaksam.casework.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a notice also becomes a letter. */
public enum MailChoice {
    /** At once, or when the quiet hours are over. */
    NOW,
    /** Together with others, once a day. */
    DIGEST,
    NEVER;

    /** As it stands in JSON and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of this id. */
    public static Optional<MailChoice> of(String id) {
        return Arrays.stream(values()).filter(choice -> choice.id().equals(id)).findFirst();
    }
}
