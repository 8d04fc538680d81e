package org.vaksam.security.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.SecretBox;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.account.SessionOpener;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.account.Visitor;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.ExternalIdentityTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;
import org.vaksam.spi.data.Sql;

/** Signing in and out with the identity provider of configuration {@code org.vaksam.security.oidc}. */
@Component(service = OidcSignIn.class, configurationPid = "org.vaksam.security.oidc")
public final class OidcSignIn {
    /** How these sessions began. */
    public static final String METHOD = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BOX = "oidc";

    /** A person on the way to the provider, and the cookie to come back with. */
    public record Departure(URI to, String cookie) {}

    private final Optional<Provider> provider;
    private final SecurityTables tables;
    private final ExternalAccounts accounts;
    private final SessionOpener sessions;
    private final Identities identities;
    private final SecretBox box;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public OidcSignIn(
            Map<String, ?> configuration,
            @Reference SecurityTables tables,
            @Reference ExternalAccounts accounts,
            @Reference SessionOpener sessions,
            @Reference Identities identities,
            @Reference SecretBox box,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.provider = provider(configuration);
        this.tables = tables;
        this.accounts = accounts;
        this.sessions = sessions;
        this.identities = identities;
        this.box = box;
        this.journal = journal;
        this.clock = clock;
    }

    private static Optional<Provider> provider(Map<String, ?> configuration) {
        try {
            return OidcSettings.of(configuration).map(Provider::new);
        } catch (IllegalArgumentException e) {
            LOG.error("Nobody can sign in through OIDC: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What people call the provider; empty when there is none. */
    public Optional<String> name() {
        return provider.map(known -> known.settings().name());
    }

    /** Where people go on afterwards, as they reach it from outside. */
    public URI console() {
        URI console = URI.create("/console/");
        return provider.map(known -> known.settings().url().resolve(console)).orElse(console);
    }

    /** Sends a person to the provider; empty when there is none, or when it does not answer. */
    public Optional<Departure> begin() {
        var attempt = Attempt.fresh(clock.instant().plus(PATIENCE));
        try {
            return provider.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Departure(provider.get().authorization(attempt), box.seal(attempt.text(), BOX)));
        } catch (OidcException e) {
            LOG.warn("Nobody can sign in through OIDC now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Lets in who comes back with the right answer; why somebody is not let in stands in the log and the journal.
     *
     * @param cookie the one of {@link #begin}
     */
    public Optional<Opened> finish(String code, String state, String cookie, Visitor visitor) {
        try {
            Attempt attempt = attempt(cookie, state);
            Provider known = provider.orElseThrow(() -> new OidcException("there is no provider"));
            JWTClaimsSet claims = known.identity(code, attempt);
            return Optional.of(tables.write(sql -> enter(sql, known.settings(), claims, attempt, visitor)));
        } catch (OidcException | Refused e) {
            LOG.warn("Somebody who came from the identity provider is not let in: {}", e.getMessage());
            journal.append(new Journal.Entry(
                    "session.refused", "account", "unknown", Map.of("address", visitor.address(), "method", METHOD)));
            return Optional.empty();
        }
    }

    private Attempt attempt(String cookie, String state) throws OidcException {
        try {
            Attempt attempt = Attempt.parse(box.open(cookie, BOX))
                    .orElseThrow(() -> new OidcException("the cookie is not one of ours"));
            if (!Secrets.same(attempt.state(), state) || attempt.expires().isBefore(clock.instant())) {
                throw new OidcException("the answer belongs to another browser or came too late");
            }
            return attempt;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new OidcException("the cookie is not one of ours", e);
        }
    }

    private Opened enter(Sql sql, OidcSettings settings, JWTClaimsSet claims, Attempt attempt, Visitor visitor)
            throws SQLException {
        Instant now = clock.instant();
        if (!new ExternalIdentityTable(sql).useUp(Secrets.fingerprint(attempt.state()), now, now.plus(PATIENCE))) {
            throw new Refused("this sign-in was used before");
        }
        AccountRow account = accounts.find(
                        sql, ExternalPerson.of(claims, settings.groupsClaim()), settings.createsAccounts())
                .orElseThrow(() -> new Refused("no account belongs to " + claims.getSubject()));
        if (!account.enabled()) {
            throw new Refused("the account " + account.username() + " is disabled");
        }
        Opened opened = sessions.open(account, METHOD, visitor);
        if (claims.getClaim("sid") instanceof String session) {
            new SessionTable(sql).belongsTo(Secrets.fingerprint(opened.cookie()), session);
        }
        return opened;
    }

    /** Where a person goes to sign out at the provider too. */
    public Optional<URI> endSession() {
        try {
            return provider.isEmpty() ? Optional.empty() : provider.get().endSession();
        } catch (OidcException e) {
            LOG.warn("Nobody can sign out at the identity provider now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Ends what a logout token names; false when the token is not good. */
    public boolean endedThere(String token) {
        try {
            Provider known = provider.orElseThrow(() -> new OidcException("there is no provider"));
            JWTClaimsSet claims = known.logout(token);
            tables.write(sql -> end(sql, claims));
            return true;
        } catch (OidcException e) {
            LOG.warn("A logout token is refused: {}", e.getMessage());
            return false;
        }
    }

    private boolean end(Sql sql, JWTClaimsSet claims) throws SQLException {
        var table = new SessionTable(sql);
        int ended = 0;
        String account = "unknown";
        if (claims.getClaim("sid") instanceof String session) {
            ended = table.endOf(session);
        } else if (claims.getSubject() != null) {
            var known = new ExternalIdentityTable(sql).account(claims.getIssuer(), claims.getSubject());
            account = known.map(AccountRow::id).orElse(account);
            ended = table.endBegunWith(METHOD, account);
        }
        identities.changed();
        journal.append(
                new Journal.Entry("session.ended", "account", account, Map.of("sessions", ended, "method", METHOD)));
        return true;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
