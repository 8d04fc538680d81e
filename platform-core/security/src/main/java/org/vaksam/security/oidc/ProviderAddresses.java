package org.vaksam.security.oidc;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the provider says about itself at {@code .well-known/openid-configuration} (OpenID Connect Discovery 1.0). */
record ProviderAddresses(URI authorization, URI token, URI keys, Optional<URI> endSession) {
    static ProviderAddresses discover(String issuer, ProviderHttp http) throws OidcException {
        var found = http.get(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration"));
        if (!issuer.equals(found.get("issuer"))) {
            throw new OidcException("the provider calls itself " + found.get("issuer") + ", not " + issuer);
        }
        return new ProviderAddresses(
                required(found, "authorization_endpoint"),
                required(found, "token_endpoint"),
                required(found, "jwks_uri"),
                address(found, "end_session_endpoint"));
    }

    private static URI required(Map<String, @Nullable Object> found, String name) throws OidcException {
        return address(found, name).orElseThrow(() -> new OidcException("the provider has no " + name));
    }

    private static Optional<URI> address(Map<String, @Nullable Object> found, String name) {
        return Optional.ofNullable(found.get(name)).map(value -> URI.create(value.toString()));
    }
}
