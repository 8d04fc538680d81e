package org.vaksam.api.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking. A value: does not change while a request lasts.
 *
 * @param kind        how they were recognised
 * @param account     id of the account (UUID as text); empty when anonymous or the platform itself
 * @param name        name to show to people
 * @param permissions what they may do; {@code *} means everything
 * @param language    Swedish or English, as they asked for
 */
public record Caller(Kind kind, Optional<String> account, String name, Set<String> permissions, Locale language) {

    /** How a caller was recognised. */
    public enum Kind {
        ANONYMOUS,
        SESSION,
        TOKEN,
        PLATFORM
    }

    /** Nobody in particular. */
    public static Caller anonymous(Locale language) {
        return new Caller(Kind.ANONYMOUS, Optional.empty(), "", Set.of(), language);
    }

    /** The platform itself, for background work. */
    public static Caller platform(String name) {
        return new Caller(Kind.PLATFORM, Optional.empty(), name, Set.of("*"), Locale.ENGLISH);
    }

    /** Whether they have this permission. */
    public boolean may(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }

    /** Whether anybody is known at all. */
    public boolean isKnown() {
        return kind != Kind.ANONYMOUS;
    }
}
