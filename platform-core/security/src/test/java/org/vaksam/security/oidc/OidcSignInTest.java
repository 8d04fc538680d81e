package org.vaksam.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.data.Ids;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.oidc.OidcSignIn.Departure;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.GroupTable.Group;

class OidcSignInTest extends SecurityScene {
    private static final String REALM = "realm";
    private static final String CLIENT = "vaksam";

    private MockOAuth2Server server;
    private OidcSignIn signIn;

    /** What the provider sent the browser back with. */
    private record Answer(String code, String state) {}

    @AfterEach
    void stopProvider() {
        server.shutdown();
    }

    @BeforeEach
    void open() throws IOException {
        server = new MockOAuth2Server();
        server.start(InetAddress.getLoopbackAddress(), 0);
        security.account("anna", "administrator");
        signIn = signIn(Map.of());
    }

    @Test
    void whoComesForTheFirstTimeGetsAnAccountAndKeepsIt() throws Exception {
        provider("4711", Map.of("preferred_username", "Bo.Berg", "name", "Bo Berg"));
        Opened first = enter().orElseThrow();
        assertThat(first.account().username()).isEqualTo("bo.berg");
        assertThat(first.account().name()).isEqualTo("Bo Berg");
        assertThat(security.callerOf(first).isKnown()).isTrue();
        assertThat(security.journal.last().entry().data()).containsEntry("method", "oidc");

        provider("4711", Map.of("preferred_username", "bo.nygift"));
        assertThat(enter().orElseThrow().account().id())
                .isEqualTo(first.account().id());
    }

    @Test
    void aUserNameOpensNoAccountOfAnotherPerson() throws Exception {
        provider("4712", Map.of("preferred_username", "anna"));
        assertThat(enter().orElseThrow().account().username()).isEqualTo("anna-2");

        provider("4713", Map.of("preferred_username", "operator"));
        assertThat(enter().orElseThrow().account().username()).isEqualTo("operator-2");
    }

    @Test
    void aDisabledAccountStaysOutside() throws Exception {
        provider("4711", Map.of("preferred_username", "bo"));
        Opened session = enter().orElseThrow();
        security.accounts.change(session.account().id(), Map.of("enabled", false), SecurityFixture.everybody());

        provider("4711", Map.of());
        assertThat(enter()).isEmpty();
        assertThat(security.journal.last().entry().action()).isEqualTo("session.refused");
    }

    @Test
    void strangersStayOutsideWhenAccountsAreMadeByHand() throws Exception {
        signIn = signIn(Map.of("create-accounts", "false"));
        provider("4711", Map.of());

        assertThat(enter()).isEmpty();
    }

    @Test
    void groupsAreFollowedAndOtherGroupsAreLeftAlone() throws Exception {
        String safe = Ids.next();
        String choir = Ids.next();
        security.tables.write(sql -> {
            var groups = new GroupTable(sql);
            groups.insert(new Group(safe, "Säkerhet", Optional.of("safety"), 1, 0));
            groups.insert(new Group(choir, "Kören", Optional.empty(), 1, 0));
            new GrantTable(sql)
                    .insert(new GrantRow(
                            Ids.next(),
                            Optional.empty(),
                            Optional.of(safe),
                            "administrator",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.now(),
                            1));
            return true;
        });
        provider("4711", Map.of("preferred_username", "bo", "groups", List.of("safety", "choir")));
        assertThat(enter().orElseThrow().permissions()).containsExactly("*");
        assertThat(security.journal.actions()).contains("account.groups-followed");
        security.tables.write(sql -> {
            String bo = new AccountTable(sql).byUsername("bo").orElseThrow().id();
            new GroupTable(sql).setMembers(choir, Set.of(bo));
            return true;
        });

        provider("4711", Map.of("groups", List.of("choir")));
        assertThat(enter().orElseThrow().permissions()).isEmpty();
        provider("4711", Map.of());
        assertThat(enter().orElseThrow().permissions()).isEmpty();
        assertThat(security.tables.<Set<String>>read(sql -> new GroupTable(sql).members(choir)))
                .hasSize(1);
    }

    @Test
    void anAnswerIsGoodOnce() throws Exception {
        provider("4711", Map.of());
        Departure departure = signIn.begin().orElseThrow();
        Answer answer = follow(departure.to());
        assertThat(finish(answer, departure)).isPresent();

        assertThat(finish(answer, departure)).isEmpty();
    }

    @Test
    void anAnswerThatComesTooLateIsRefused() throws Exception {
        provider("4711", Map.of());
        Departure departure = signIn.begin().orElseThrow();
        Answer answer = follow(departure.to());
        security.clock.advance(Duration.ofMinutes(11));

        assertThat(finish(answer, departure)).isEmpty();
    }

    @Test
    void anAnswerIsGoodForTheBrowserThatAskedAlone() throws Exception {
        provider("4711", Map.of());
        Departure victim = signIn.begin().orElseThrow();
        Departure attacker = signIn.begin().orElseThrow();
        Answer answer = follow(attacker.to());

        assertThat(finish(answer, victim)).isEmpty();
        assertThat(finish(new Answer(follow(victim.to()).code(), answer.state()), victim))
                .isEmpty();
        assertThat(signIn.finish(answer.code(), answer.state(), "made-up", SecurityFixture.visitor("192.0.2.7")))
                .isEmpty();
    }

    @Test
    void aCodeOfAnotherTryIsRefusedThroughPkceOrNonce() throws Exception {
        provider("4711", Map.of());
        Departure mine = signIn.begin().orElseThrow();
        Departure other = signIn.begin().orElseThrow();
        String stolen = follow(other.to()).code();

        assertThat(finish(new Answer(stolen, parameter(mine.to(), "state")), mine))
                .isEmpty();
    }

    @Test
    void aWrongNonceAnExpiredTokenAnotherAudienceAndAnotherIssuerAreRefused() throws Exception {
        provider("4711", Map.of());
        Departure departure = signIn.begin().orElseThrow();
        URI changed = URI.create(departure.to().toString().replaceAll("nonce=[^&]+", "nonce=other"));
        assertThat(finish(follow(changed), departure)).isEmpty();

        server.enqueueCallback(new DefaultOAuth2TokenCallback(REALM, "4711", "JWT", List.of(CLIENT), Map.of(), -3600));
        assertThat(enter()).isEmpty();
        provider("4711", Map.of("aud", "other"));
        assertThat(enter()).isEmpty();
        provider("4711", Map.of("iss", "https://other.example"));
        assertThat(enter()).isEmpty();
    }

    @Test
    void aProviderThatCallsItselfSomethingElseOrDoesNotAnswerIsNotUsed() throws Exception {
        String issuer = server.issuerUrl(REALM).toString();

        assertThat(signIn(Map.of("issuer", issuer + "/")).begin()).isEmpty();
        assertThat(signIn(Map.of("issuer", "http://127.0.0.1:1/realm")).begin()).isEmpty();
        assertThat(signIn(Map.of("issuer", "http://login.example.se/realm")).name())
                .isEmpty();
    }

    @Test
    void signingOutGoesToTheProviderToo() {
        assertThat(signIn.endSession().orElseThrow().toString())
                .startsWith(server.endSessionEndpointUrl(REALM).toString())
                .contains("post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A8181%2Fconsole%2F");
    }

    @Test
    void theProviderEndsSessions() throws Exception {
        provider("4711", Map.of("sid", "at-the-provider"));
        Opened session = enter().orElseThrow();
        var event = Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
        String token = server.issueToken(REALM, "4711", CLIENT, Map.of("events", event, "sid", "at-the-provider"))
                .serialize();

        assertThat(signIn.endedThere("made up")).isFalse();
        assertThat(security.callerOf(session).isKnown()).isTrue();
        assertThat(signIn.endedThere(token)).isTrue();
        assertThat(security.callerOf(session).isKnown()).isFalse();
    }

    private OidcSignIn signIn(Map<String, String> changes) throws IOException {
        var configuration = new HashMap<String, String>(Map.of(
                "issuer",
                server.issuerUrl(REALM).toString(),
                "client",
                CLIENT,
                "secret-file",
                Files.writeString(folder.resolve("secret"), "hemligt\n").toString(),
                "url",
                "http://127.0.0.1:8181/"));
        configuration.putAll(changes);
        return new OidcSignIn(
                configuration,
                security.tables,
                new ExternalAccounts(security.directory, security.identities, security.journal),
                security.sessions,
                security.identities,
                security.secretBox,
                security.journal,
                security.clock);
    }

    /** The next token is about this person. */
    private void provider(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(REALM, subject, "JWT", List.of(CLIENT), claims, 300));
    }

    private Optional<Opened> enter() throws Exception {
        Departure departure = signIn.begin().orElseThrow();
        return finish(follow(departure.to()), departure);
    }

    private Optional<Opened> finish(Answer answer, Departure departure) {
        return signIn.finish(answer.code(), answer.state(), departure.cookie(), SecurityFixture.visitor("192.0.2.7"));
    }

    private static Answer follow(URI address) throws Exception {
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return new Answer(parameter(back, "code"), parameter(back, "state"));
    }

    private static String parameter(URI address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address.toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
