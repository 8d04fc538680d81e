package org.vaksam.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCheckTest {
    private static final String ISSUER = "https://login.example.se/realm";
    private static final String NONCE = "n-0S6_WzA2Mj";

    private SigningKeys keys;
    private TokenCheck check;

    @BeforeEach
    void open() throws Exception {
        keys = new SigningKeys();
        check = new TokenCheck(ISSUER, "vaksam", keys.address());
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void aGoodTokenSaysWhoItIs() throws Exception {
        assertThat(check.identity(keys.sign(claims(same())), NONCE).getSubject())
                .isEqualTo("anna");
    }

    @Test
    void aClockMayBeAMinuteWrong() throws Exception {
        assertThat(check.identity(keys.sign(claims(expires(Duration.ofSeconds(-30)))), NONCE))
                .isNotNull();
        refused(claims(expires(Duration.ofSeconds(-90))));
        refused(claims(c -> c.issueTime(Date.from(Instant.now().plusSeconds(90)))));
        refused(claims(c -> c.issueTime(Date.from(Instant.now().minus(Duration.ofHours(1))))));
        refused(claims(c -> c.expirationTime(null)));
    }

    @Test
    void whatAnotherIssuerMadeOrWasMadeForAnotherClientIsRefused() throws Exception {
        refused(claims(c -> c.issuer("https://login.example.com/realm")));
        refused(claims(c -> c.audience("other")));
        refused(claims(c -> c.audience(List.of("vaksam", "other"))));
        refused(claims(c -> c.claim("azp", "other")));
        assertThat(check.identity(
                        keys.sign(claims(
                                c -> c.audience(List.of("vaksam", "other")).claim("azp", "vaksam"))),
                        NONCE))
                .isNotNull();
    }

    @Test
    void whatAnswersAnotherRequestIsRefused() throws Exception {
        refused(claims(c -> c.claim("nonce", "other")));
        refused(claims(c -> c.claim("nonce", null)));
    }

    @Test
    void aChangedOrMissingSignatureIsRefused() throws Exception {
        String good = keys.sign(claims(same()));
        String[] parts = good.split("\\.");
        String other = keys.sign(claims(c -> c.subject("bo"))).split("\\.")[1];

        refused(parts[0] + "." + other + "." + parts[2]);
        refused(new PlainJWT(claims(same())).serialize());
        var secret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims(same()));
        secret.sign(new MACSigner(keys.key().toRSAPublicKey().getEncoded()));
        refused(secret.serialize());
        refused("not a token");
    }

    @Test
    void aKeyThatTheProviderDoesNotPublishIsRefused() throws Exception {
        refused(SigningKeys.sign(claims(same()), SigningKeys.fresh("stranger"), JOSEObjectType.JWT));
        refused(SigningKeys.sign(claims(same()), SigningKeys.fresh("first"), JOSEObjectType.JWT));
    }

    @Test
    void aKeyIsGoodFromWhenTheProviderPublishesItUntilItNoLongerDoes() throws Exception {
        check.identity(keys.sign(claims(same())), NONCE);
        String before = keys.sign(claims(same()));
        keys.rotate();
        assertThat(check.identity(keys.sign(claims(same())), NONCE)).isNotNull();
        refused(before);
    }

    @Test
    void aLogoutTokenIsAboutSigningOutAndAnIdentityTokenIsNot() throws Exception {
        var event = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
        UnaryOperator<JWTClaimsSet.Builder> logout =
                c -> c.claim("events", event).claim("nonce", null).jwtID("1");
        String good = SigningKeys.sign(claims(logout), keys.key(), new JOSEObjectType("logout+jwt"));

        assertThat(check.logout(good).getSubject()).isEqualTo("anna");
        assertThatThrownBy(() -> check.identity(good, NONCE)).isInstanceOf(OidcException.class);
        assertThatThrownBy(() -> check.logout(keys.sign(claims(same())))).isInstanceOf(OidcException.class);
        assertThatThrownBy(
                        () -> check.logout(keys.sign(claims(c -> logout.apply(c).claim("nonce", NONCE)))))
                .isInstanceOf(OidcException.class);
    }

    private void refused(JWTClaimsSet claims) throws Exception {
        refused(keys.sign(claims));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> check.identity(token, NONCE)).isInstanceOf(OidcException.class);
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return builder -> builder;
    }

    private static UnaryOperator<JWTClaimsSet.Builder> expires(Duration fromNow) {
        return builder -> builder.expirationTime(Date.from(Instant.now().plus(fromNow)));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("anna")
                        .audience("vaksam")
                        .claim("nonce", NONCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300))))
                .build();
    }
}
