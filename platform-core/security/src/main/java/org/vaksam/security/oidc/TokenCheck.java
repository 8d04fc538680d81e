package org.vaksam.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/**
 * Checks what the provider has signed: with one of its keys (fetched again when a new one turns up), for this client, by this
 * issuer, at this time. The rules are those of OpenID Connect Core 1.0, 3.1.3.7, and Back-Channel Logout 1.0, 2.6.
 */
final class TokenCheck {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int MILLIS = 5_000;
    private static final long LEAST_MILLIS_BETWEEN = 5_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final String issuer;
    private final String client;
    private final JWKSource<SecurityContext> keys;

    TokenCheck(String issuer, String client, URI keys) throws OidcException {
        this.issuer = issuer;
        this.client = client;
        try {
            this.keys = JWKSourceBuilder.<SecurityContext>create(
                            keys.toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES))
                    .refreshAheadCache(false)
                    .rateLimited(LEAST_MILLIS_BETWEEN)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new OidcException("the provider's keys have no usable address", e);
        }
    }

    /** The claims of an identity token that answers the request with this nonce. */
    JWTClaimsSet identity(String token, String nonce) throws OidcException {
        JWTClaimsSet claims = verified(token, Set.of("sub", "exp", "iat"), "JWT");
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw new OidcException("the token answers another request: wrong nonce");
        }
        Object party = claims.getClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !client.equals(party)) {
            throw new OidcException("the token was made for another client: azp is " + party);
        }
        return claims;
    }

    /** The claims of a logout token. */
    JWTClaimsSet logout(String token) throws OidcException {
        JWTClaimsSet claims = verified(token, Set.of("iat", "jti", "events"), "logout+jwt");
        boolean means = claims.getClaim("events") instanceof Map<?, ?> events && events.containsKey(LOGOUT_EVENT);
        if (!means || claims.getClaim("nonce") != null) {
            throw new OidcException("the token is not about signing out");
        }
        return claims;
    }

    private JWTClaimsSet verified(String token, Set<String> required, String type) throws OidcException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType(type), null));
        var rules = new DefaultJWTClaimsVerifier<>(
                client, new JWTClaimsSet.Builder().issuer(issuer).build(), required);
        rules.setMaxClockSkew((int) SKEW.toSeconds());
        processor.setJWTClaimsSetVerifier(rules);
        try {
            JWTClaimsSet claims = processor.process(token, null);
            checkFresh(claims.getIssueTime());
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new OidcException("the token is not good", e);
        }
    }

    private static void checkFresh(Date issued) throws OidcException {
        Instant now = Instant.now();
        if (issued.toInstant().isAfter(now.plus(SKEW))
                || issued.toInstant().isBefore(now.minus(OLDEST).minus(SKEW))) {
            throw new OidcException("the token was issued at the wrong time: " + issued.toInstant());
        }
    }
}
