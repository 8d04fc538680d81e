package org.vaksam.security.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the provider knows them.
 *
 * @param subject  never changes and is never given to somebody else; the rest may change
 * @param username what they would like to be called; not necessarily free
 */
public record ExternalPerson(String issuer, String subject, String username, String name, Set<String> groups) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_USERNAME = 80;

    static ExternalPerson of(JWTClaimsSet claims, String groupsClaim) {
        String username = text(claims, "preferred_username")
                .or(() -> text(claims, "email"))
                .orElse("user-" + claims.getSubject());
        return new ExternalPerson(
                claims.getIssuer(),
                claims.getSubject(),
                plain(username),
                cut(text(claims, "name").orElse(username), LONGEST_NAME),
                groups(claims.getClaim(groupsClaim)));
    }

    /** Only characters that every user name may have. */
    private static String plain(String username) {
        String plain = username.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9åäö._@-]", "-")
                .replaceAll("^[^a-z0-9åäö]+", "");
        return cut(plain.isEmpty() ? "user" : plain, LONGEST_USERNAME);
    }

    private static Set<String> groups(@Nullable Object claim) {
        var groups = new LinkedHashSet<String>();
        if (claim instanceof List<?> list) {
            list.forEach(each -> groups.add(String.valueOf(each)));
        } else if (claim instanceof String one) {
            groups.add(one);
        }
        return groups;
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
