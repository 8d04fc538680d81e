package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;

/** Where somebody is signed in, and the way to end it. */
@Component(service = SessionAdministration.class)
public final class SessionAdministration {
    /**
     * An open session.
     *
     * @param agent   what the browser calls itself
     * @param method  what proved who they are
     * @param current whether it is the one that asks
     */
    public record OpenSession(
            String id,
            String address,
            String agent,
            String method,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {}

    private final SecurityTables tables;
    private final Identities identities;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public SessionAdministration(
            @Reference SecurityTables tables,
            @Reference Identities identities,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.identities = identities;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The account's open sessions, the one used last first.
     *
     * @param current fingerprint of the one that asks; of nobody when another person asks
     */
    public List<OpenSession> of(String account, String current) {
        Instant now = clock.instant();
        return tables.read(sql -> new SessionTable(sql).of(account, now, now.minus(Identities.IDLE))).stream()
                .map(row -> new OpenSession(
                        row.hash(),
                        row.origin().address(),
                        row.origin().agent(),
                        row.origin().method(),
                        row.created(),
                        row.lastSeen(),
                        row.expires(),
                        row.hash().equals(current)))
                .toList();
    }

    /** Ends one of the account's sessions. */
    public void end(String account, String id, Caller caller) {
        tables.write(sql -> {
            checkMayTouch(new RoleGuard(sql, caller), account, caller);
            if (!new SessionTable(sql).end(account, id)) {
                throw Problem.notFound(new Text("Inloggningen är redan slut.", "The session is over already."));
            }
            return ended(account, 1);
        });
    }

    /** Ends all of the account's sessions but this one; a fingerprint of nobody ends all. */
    public void endOthers(String account, String but, Caller caller) {
        tables.write(sql -> {
            checkMayTouch(new RoleGuard(sql, caller), account, caller);
            return ended(account, new SessionTable(sql).endOthers(account, but));
        });
    }

    private static void checkMayTouch(RoleGuard guard, String account, Caller caller) throws SQLException {
        if (caller.account().filter(account::equals).isEmpty()) {
            guard.checkMayTouch(account);
        }
    }

    private String ended(String account, int howMany) {
        identities.changed();
        return journal.append(new Journal.Entry("session.ended", "account", account, Map.of("sessions", howMany)));
    }
}
