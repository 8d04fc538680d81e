package org.vaksam.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;

/** Opens and ends sessions. */
@Component(service = SignIn.class)
public final class SignIn {
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    /** A session that was just opened; the only moment at which the cookie's value is known here. */
    public record Opened(AccountRow account, Set<String> permissions, String csrf, String cookie) {}

    private record Known(AccountRow account, Optional<String> password) {}

    private final SecurityTables tables;
    private final PasswordCheck passwordCheck;
    private final Identities identities;
    private final ThreadCaller threadCaller;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public SignIn(
            @Reference SecurityTables tables,
            @Reference PasswordCheck passwordCheck,
            @Reference Identities identities,
            @Reference ThreadCaller threadCaller,
            @Reference Journal journal) {
        this(tables, passwordCheck, identities, threadCaller, journal, Clock.tickMillis(ZoneOffset.UTC));
    }

    /** With a clock of the caller's choice. */
    public SignIn(
            SecurityTables tables,
            PasswordCheck passwordCheck,
            Identities identities,
            ThreadCaller threadCaller,
            Journal journal,
            Clock clock) {
        this.tables = tables;
        this.passwordCheck = passwordCheck;
        this.identities = identities;
        this.threadCaller = threadCaller;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens a session; the one the browser had before is ended.
     *
     * @param address where the attempt comes from
     * @throws Problem {@code wrong-credentials} (401), the same whatever was wrong; 429 after too many failures
     */
    public Opened open(String typedUsername, String password, String address, Optional<String> oldCookie) {
        String username = Usernames.normalised(typedUsername);
        Optional<Known> known = tables.read(sql -> {
            var accounts = new AccountTable(sql);
            var account = accounts.byUsername(username);
            return account.isEmpty()
                    ? Optional.<Known>empty()
                    : Optional.of(new Known(
                            account.get(), accounts.password(account.get().id())));
        });
        Optional<String> hash = known.filter(found -> found.account().enabled()).flatMap(Known::password);
        if (!passwordCheck.fits(username, address, password, hash)) {
            noteFailure(known.map(Known::account), address);
            throw wrongCredentials();
        }
        return opened(known.orElseThrow().account(), address, oldCookie);
    }

    /** Ends the session of this cookie. */
    public void end(String cookie, Caller caller) {
        tables.write(sql -> {
            new SessionTable(sql).end(Secrets.fingerprint(cookie));
            identities.changed();
            return journal.append(new Journal.Entry(
                    "session.ended", "account", caller.account().orElse(""), Map.of()));
        });
    }

    private Opened opened(AccountRow account, String address, Optional<String> oldCookie) {
        String cookie = Secrets.random();
        String csrf = Secrets.random();
        Instant now = clock.instant();
        return tables.write(sql -> {
            var sessions = new SessionTable(sql);
            sessions.endExpired(now);
            if (oldCookie.isPresent()) {
                sessions.end(Secrets.fingerprint(oldCookie.get()));
            }
            sessions.insert(Secrets.fingerprint(cookie), account.id(), csrf, now, now.plus(LONGEST_SESSION));
            identities.changed();
            Map<String, Scope> scopes = new GrantTable(sql).scopes(account.id(), GrantTable.day(now));
            var caller = new Caller(Kind.SESSION, Optional.of(account.id()), account.name(), scopes, Locale.ENGLISH);
            try (var bound = threadCaller.bind(caller)) {
                journal.append(
                        new Journal.Entry("session.started", "account", account.id(), Map.of("address", address)));
            }
            return new Opened(account, caller.permissions(), csrf, cookie);
        });
    }

    private void noteFailure(Optional<AccountRow> account, String address) {
        String subject = account.map(AccountRow::id).orElse("unknown");
        Map<String, Object> data = account.<Map<String, Object>>map(
                        known -> Map.of("address", address, "username", known.username()))
                .orElse(Map.of("address", address));
        journal.append(new Journal.Entry("session.refused", "account", subject, data));
    }

    private static Problem wrongCredentials() {
        return Problem.of(
                        "wrong-credentials",
                        401,
                        new Text("Inloggningen misslyckades", "Could not sign in"),
                        new Text(
                                "Användarnamnet eller lösenordet stämmer inte.",
                                "The user name or the password is not right."))
                .withNext(new Text(
                        "Försök igen, eller be en administratör om ett nytt lösenord.",
                        "Try again, or ask an administrator for a new password."));
    }
}
