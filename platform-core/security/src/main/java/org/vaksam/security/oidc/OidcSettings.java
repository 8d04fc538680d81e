package org.vaksam.security.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Configuration {@code org.vaksam.security.oidc}.
 *
 * @param issuer      exactly as the provider names itself
 * @param secretFile  holds the client's secret; none for a public client
 * @param url         where people reach the platform, without a path
 * @param name        of the provider, for people
 * @param groupsClaim the claim that lists a person's groups
 * @param createsAccounts   whether somebody who comes for the first time gets an account
 */
record OidcSettings(
        String issuer,
        String client,
        Optional<Path> secretFile,
        URI url,
        String name,
        String scopes,
        String groupsClaim,
        boolean createsAccounts) {

    OidcSettings {
        checkEncrypted("issuer", URI.create(issuer));
        checkEncrypted("url", url);
    }

    /** Reads what the administrator has set; empty without an issuer. */
    static Optional<OidcSettings> of(Map<String, ?> configuration) {
        return text(configuration, "issuer")
                .map(issuer -> new OidcSettings(
                        issuer,
                        required(configuration, "client"),
                        text(configuration, "secret-file").map(Path::of),
                        URI.create(required(configuration, "url").replaceAll("/+$", "")),
                        text(configuration, "name").orElse(URI.create(issuer).getHost()),
                        text(configuration, "scopes").orElse("openid profile email"),
                        text(configuration, "groups-claim").orElse("groups"),
                        text(configuration, "create-accounts")
                                .map(Boolean::valueOf)
                                .orElse(true)));
    }

    /** Where the provider sends people back to; registered there. */
    URI callback() {
        return url.resolve("/api/oidc/callback");
    }

    private static String required(Map<String, ?> configuration, String key) {
        return text(configuration, key)
                .orElseThrow(() -> new IllegalArgumentException("org.vaksam.security.oidc: " + key + " is missing"));
    }

    private static Optional<String> text(Map<String, ?> configuration, String key) {
        return Optional.ofNullable(configuration.get(key))
                .map(Objects::toString)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Only on this machine itself may it be plain HTTP. */
    private static void checkEncrypted(String key, URI address) {
        String host = address.getHost();
        boolean plain = "http".equals(address.getScheme());
        if (host == null || !("https".equals(address.getScheme()) || (plain && isThisMachine(host)))) {
            throw new IllegalArgumentException(
                    "org.vaksam.security.oidc: " + key + " must be an address with https: " + address);
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
