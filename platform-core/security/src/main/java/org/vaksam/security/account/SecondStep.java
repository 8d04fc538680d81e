package org.vaksam.security.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.factor.SecondFactors;
import org.vaksam.security.factor.SecondFactors.Enrolment;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.PendingTable;
import org.vaksam.security.store.SecurityTables;

/** The second step of signing in: a code; or enrolment first, for who must have a second factor and has none. */
@Component(service = SecondStep.class)
public final class SecondStep {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * A sign-in whose password was right.
     *
     * @param pending what the next step is asked with
     * @param enrol   whether a second factor must be set up first
     */
    public record Pending(String pending, boolean enrol, Instant expiresAt) implements SignIn.Outcome {}

    /**
     * A finished sign-in.
     *
     * @param recoveryCodes of a factor that was just set up; otherwise none
     */
    public record Finished(Opened session, List<String> recoveryCodes) {}

    private record Proof(String method, List<String> recoveryCodes) {}

    private final SecurityTables tables;
    private final SecondFactors factors;
    private final SessionOpener sessions;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public SecondStep(
            @Reference SecurityTables tables,
            @Reference SecondFactors factors,
            @Reference SessionOpener sessions,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.factors = factors;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /** What must follow the password of this account; empty when nothing must. */
    Optional<Pending> begin(AccountRow account) {
        var state = factors.state(account.id());
        if (!state.on() && !state.required()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var pending = new Pending(Secrets.random(), !state.on(), now.plus(PATIENCE));
        tables.write(sql -> {
            new PendingTable(sql)
                    .insert(Secrets.fingerprint(pending.pending()), account.id(), now, pending.expiresAt());
            return true;
        });
        return Optional.of(pending);
    }

    /** The secret for the app of somebody who must enrol. */
    public Enrolment enrol(String pending) {
        return factors.begin(account(pending));
    }

    /** Opens the session when the code is good. */
    public Finished finish(String pending, String code, Visitor visitor) {
        AccountRow account = account(pending);
        Proof proof = prove(account, code, visitor.address()).orElseThrow(() -> refused(account, visitor.address()));
        return tables.write(sql -> {
            if (!new PendingTable(sql).end(Secrets.fingerprint(pending))) {
                throw over();
            }
            if (!proof.recoveryCodes().isEmpty()) {
                journal.append(new Journal.Entry("second-factor.enabled", "account", account.id(), Map.of()));
            }
            return new Finished(sessions.open(account, proof.method(), visitor), proof.recoveryCodes());
        });
    }

    private Optional<Proof> prove(AccountRow account, String code, String address) {
        if (factors.state(account.id()).on()) {
            return factors.accepts(account.id(), code, address)
                    ? Optional.of(new Proof("password and code", List.of()))
                    : Optional.empty();
        }
        return factors.confirm(account.id(), code, address)
                .map(recoveryCodes -> new Proof("password and enrolment", recoveryCodes));
    }

    private AccountRow account(String pending) {
        return tables.read(sql -> new PendingTable(sql).find(Secrets.fingerprint(pending), clock.instant()))
                .orElseThrow(SecondStep::over);
    }

    private Problem refused(AccountRow account, String address) {
        journal.append(new Journal.Entry(
                "session.refused",
                "account",
                account.id(),
                Map.of("address", address, "username", account.username(), "reason", "second factor")));
        return Problem.of(
                        "wrong-code",
                        401,
                        new Text("Koden stämmer inte", "The code is not right"),
                        new Text(
                                "Koden är fel, för gammal eller redan använd.",
                                "The code is wrong, too old or was used before."))
                .withNext(new Text(
                        "Vänta på nästa kod i appen, eller använd en återställningskod.",
                        "Wait for the next code of the app, or use a recovery code."));
    }

    private static Problem over() {
        return Problem.of(
                        "sign-in-expired",
                        401,
                        new Text("Inloggningen tog för lång tid", "Signing in took too long"),
                        new Text("Inloggningen är inte längre giltig.", "This sign-in is no longer good."))
                .withNext(new Text("Börja om med lösenordet.", "Start again with the password."));
    }
}
