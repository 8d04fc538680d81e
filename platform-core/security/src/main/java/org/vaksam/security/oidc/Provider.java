package org.vaksam.security.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organisation's identity provider. What it says about itself is asked for when it is first needed, and then kept. */
final class Provider {
    private record Known(ProviderAddresses addresses, TokenCheck check) {}

    private final OidcSettings settings;
    private final ProviderHttp http = new ProviderHttp();
    private @Nullable Known known;

    Provider(OidcSettings settings) {
        this.settings = settings;
    }

    OidcSettings settings() {
        return settings;
    }

    /** Where a person is sent to sign in. */
    URI authorization(Attempt attempt) throws OidcException {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.client());
        parameters.put("redirect_uri", settings.callback().toString());
        parameters.put("scope", settings.scopes());
        parameters.put("state", attempt.state());
        parameters.put("nonce", attempt.nonce());
        parameters.put("code_challenge", attempt.challenge());
        parameters.put("code_challenge_method", "S256");
        return with(known().addresses().authorization(), parameters);
    }

    /** Who has signed in, for the code that they came back with. */
    JWTClaimsSet identity(String code, Attempt attempt) throws OidcException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.callback().toString());
        form.put("code_verifier", attempt.verifier());
        form.put("client_id", settings.client());
        var headers = new LinkedHashMap<String, String>();
        Optional<String> secret = secret();
        secret.ifPresent(text -> headers.put("Authorization", basic(settings.client(), text)));
        if (http.post(known().addresses().token(), form, headers).get("id_token") instanceof String token) {
            return known().check().identity(token, attempt.nonce());
        }
        throw new OidcException("the provider answered without an identity token");
    }

    /** Whom a logout token is about. */
    JWTClaimsSet logout(String token) throws OidcException {
        return known().check().logout(token);
    }

    /** Where a person is sent to sign out there too, if the provider knows that. */
    Optional<URI> endSession() throws OidcException {
        var parameters = Map.of(
                "client_id",
                settings.client(),
                "post_logout_redirect_uri",
                settings.url().resolve("/console/").toString());
        return known().addresses().endSession().map(address -> with(address, parameters));
    }

    private synchronized Known known() throws OidcException {
        if (known == null) {
            var addresses = ProviderAddresses.discover(settings.issuer(), http);
            known = new Known(addresses, new TokenCheck(settings.issuer(), settings.client(), addresses.keys()));
        }
        return known;
    }

    private Optional<String> secret() throws OidcException {
        Optional<Path> file = settings.secretFile();
        try {
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Files.readString(file.get()).strip());
        } catch (IOException e) {
            throw new OidcException("the client's secret cannot be read from " + file.get(), e);
        }
    }

    private static String basic(String client, String secret) {
        String both = ProviderHttp.encoded(client) + ":" + ProviderHttp.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static URI with(URI address, Map<String, String> parameters) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + ProviderHttp.encoded(parameters));
    }
}
