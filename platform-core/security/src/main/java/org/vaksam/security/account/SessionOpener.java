package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.api.security.Scope;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;
import org.vaksam.spi.data.Sql;

/** Opens the session of somebody who has proved who they are, and ends it. */
@Component(service = SessionOpener.class)
public final class SessionOpener {
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    /** A session that was just opened; the only moment at which the cookie's value is known here. */
    public record Opened(AccountRow account, Set<String> permissions, String csrf, String cookie)
            implements SignIn.Outcome {}

    private final SecurityTables tables;
    private final Identities identities;
    private final ThreadCaller threadCaller;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public SessionOpener(
            @Reference SecurityTables tables,
            @Reference Identities identities,
            @Reference ThreadCaller threadCaller,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.identities = identities;
        this.threadCaller = threadCaller;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param method what proved who they are
     */
    public Opened open(AccountRow account, String method, Visitor visitor) {
        return tables.write(sql -> open(sql, account, method, visitor));
    }

    private Opened open(Sql sql, AccountRow account, String method, Visitor visitor) throws SQLException {
        Instant now = clock.instant();
        Map<String, Scope> scopes = new GrantTable(sql).scopes(account.id(), GrantTable.day(now));
        var opened = new Opened(account, scopes.keySet(), Secrets.random(), Secrets.random());
        var sessions = new SessionTable(sql);
        sessions.endExpired(now);
        if (visitor.oldCookie().isPresent()) {
            sessions.end(Secrets.fingerprint(visitor.oldCookie().get()));
        }
        sessions.insert(
                new SessionTable.Fresh(
                        Secrets.fingerprint(opened.cookie()),
                        account.id(),
                        opened.csrf(),
                        now,
                        now.plus(LONGEST_SESSION)),
                new SessionTable.Origin(method, visitor.address(), visitor.agent()));
        identities.changed();
        var caller = new Caller(Kind.SESSION, Optional.of(account.id()), account.name(), scopes, Locale.ENGLISH);
        try (var bound = threadCaller.bind(caller)) {
            journal.append(new Journal.Entry(
                    "session.started",
                    "account",
                    account.id(),
                    Map.of("address", visitor.address(), "method", method)));
        }
        return opened;
    }

    /** Ends the session of this cookie; answers how it had begun. */
    public String end(String cookie, Caller caller) {
        return tables.write(sql -> {
            var sessions = new SessionTable(sql);
            String method = sessions.method(Secrets.fingerprint(cookie)).orElse("");
            sessions.end(Secrets.fingerprint(cookie));
            identities.changed();
            journal.append(new Journal.Entry(
                    "session.ended", "account", caller.account().orElse(""), Map.of()));
            return method;
        });
    }
}
