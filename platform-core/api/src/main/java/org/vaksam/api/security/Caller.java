package org.vaksam.api.security;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * Who is asking. A value: does not change while a request lasts.
 *
 * @param kind     how they were recognised
 * @param account  id of the account (UUID as text); empty when anonymous or the platform itself
 * @param name     name to show to people
 * @param scopes   where they have each permission; {@code *} means every permission
 * @param language Swedish or English, as they asked for
 */
public record Caller(Kind kind, Optional<String> account, String name, Map<String, Scope> scopes, Locale language) {
    private static final String EVERYTHING = "*";

    /** How a caller was recognised. */
    public enum Kind {
        ANONYMOUS,
        SESSION,
        TOKEN,
        PLATFORM
    }

    public Caller {
        scopes = Map.copyOf(scopes);
    }

    /** With these permissions everywhere. */
    public Caller(Kind kind, Optional<String> account, String name, Set<String> permissions, Locale language) {
        this(kind, account, name, everywhere(permissions), language);
    }

    /** Nobody in particular. */
    public static Caller anonymous(Locale language) {
        return new Caller(Kind.ANONYMOUS, Optional.empty(), "", Map.of(), language);
    }

    /** The platform itself, for background work. */
    public static Caller platform(String name) {
        return new Caller(Kind.PLATFORM, Optional.empty(), name, Set.of(EVERYTHING), Locale.ENGLISH);
    }

    /** Whether they have this permission everywhere: what knows no units asks this, and so is closed to whoever has it in some. */
    public boolean may(String permission) {
        return scope(permission).everywhere();
    }

    /** Whether they have this permission in some unit at least; then {@link #scope} says what they may do it with. */
    public boolean maySomewhere(String permission) {
        return !scope(permission).isNowhere();
    }

    /** Where they have this permission. */
    public Scope scope(String permission) {
        Scope everything = scopes.getOrDefault(EVERYTHING, Scope.NOWHERE);
        return everything.everywhere() ? everything : everything.or(scopes.getOrDefault(permission, Scope.NOWHERE));
    }

    /** The permissions they have somewhere. */
    public Set<String> permissions() {
        return scopes.keySet();
    }

    /**
     * Id of the account of a person.
     *
     * @throws Problem 403 for whoever has none
     */
    public String person() {
        return account.orElseThrow(() -> Problem.of(
                        "no-account",
                        403,
                        new Text("Saknar konto", "No account"),
                        new Text(
                                "Det här görs av en person med ett konto.",
                                "This is done by a person with an account."))
                .withNext(new Text("Logga in.", "Sign in.")));
    }

    /** Whether anybody is known at all. */
    public boolean isKnown() {
        return kind != Kind.ANONYMOUS;
    }

    private static Map<String, Scope> everywhere(Set<String> permissions) {
        return permissions.stream().collect(Collectors.toMap(permission -> permission, any -> Scope.EVERYWHERE));
    }
}
