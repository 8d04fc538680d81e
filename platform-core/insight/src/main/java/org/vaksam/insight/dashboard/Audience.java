package org.vaksam.insight.dashboard;

import java.util.Locale;
import java.util.Set;

/** Whom a dashboard is for; in the order in which dashboards are listed. */
enum Audience {
    /** Whoever has a role. */
    ROLE,
    ALL,
    /** Whoever made it. */
    OWN;

    /** As in requests and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> words() {
        return Set.of(ROLE.word(), ALL.word(), OWN.word());
    }

    /** The one of {@link #words}. */
    static Audience of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
