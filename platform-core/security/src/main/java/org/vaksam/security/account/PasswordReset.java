package org.vaksam.security.account;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.password.LockOut;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PasswordResetTable;
import org.vaksam.security.store.PasswordResetTable.Reachable;
import org.vaksam.security.store.PendingTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;
import org.vaksam.spi.mail.Mailer;

/**
 * A new password through a link in a letter: good for half an hour, once. Whoever asks is told the same, and as quickly, whether
 * there is such an account or not; the work is done afterwards.
 */
@Component(service = PasswordReset.class)
public final class PasswordReset {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordReset.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);
    private static final int WAITING = 100;

    private final SecurityTables tables;
    private final Mailer mailer;
    private final LockOut lockOut;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Identities identities;
    private final ThreadCaller threadCaller;
    private final Journal journal;
    private final Executor afterwards;
    private final Clock clock;
    private final Runnable stop;

    @Activate
    public PasswordReset(
            @Reference SecurityTables tables,
            @Reference Mailer mailer,
            @Reference LockOut lockOut,
            @Reference PasswordHasher hasher,
            @Reference PasswordRules rules,
            @Reference Identities identities,
            @Reference ThreadCaller threadCaller,
            @Reference Journal journal,
            @Reference Clock clock) {
        this(
                tables,
                mailer,
                lockOut,
                hasher,
                rules,
                identities,
                threadCaller,
                journal,
                new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING)),
                clock);
    }

    /** With a thread of the caller's choice. */
    public PasswordReset(
            SecurityTables tables,
            Mailer mailer,
            LockOut lockOut,
            PasswordHasher hasher,
            PasswordRules rules,
            Identities identities,
            ThreadCaller threadCaller,
            Journal journal,
            Executor afterwards,
            Clock clock) {
        this.tables = tables;
        this.mailer = mailer;
        this.lockOut = lockOut;
        this.hasher = hasher;
        this.rules = rules;
        this.identities = identities;
        this.threadCaller = threadCaller;
        this.journal = journal;
        this.afterwards = afterwards;
        this.clock = clock;
        this.stop = afterwards instanceof ExecutorService service ? service::shutdown : () -> {};
    }

    @Deactivate
    void deactivate() {
        stop.run();
    }

    /** Whether letters can be sent at all. */
    public boolean possible() {
        return mailer.platform().isPresent();
    }

    /** Sends a link to the account's address, if there is one. */
    public void ask(String typedUsername, String address) {
        URI platform = mailer.platform().orElseThrow(PasswordReset::noMail);
        String username = Usernames.normalised(typedUsername);
        lockOut.attempt(List.of("reset account " + username, "reset address " + address));
        try {
            afterwards.execute(() -> send(username, platform));
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many ask for new passwords; one of them gets no letter");
        }
    }

    private void send(String username, URI platform) {
        String secret = Secrets.random();
        try (var bound = threadCaller.bind(Caller.platform("password reset"))) {
            Optional<Reachable> person = tables.write(sql -> {
                var table = new PasswordResetTable(sql);
                var found = table.reachable(username);
                if (found.isPresent()) {
                    String account = found.get().account().id();
                    table.insert(
                            Secrets.fingerprint(secret),
                            account,
                            clock.instant().plus(GOOD_FOR));
                    journal.append(new Journal.Entry("account.password-reset-asked", "account", account, Map.of()));
                }
                return found;
            });
            if (person.isPresent()) {
                mailer.send(ResetLetter.to(person.get(), platform.resolve("/console/reset#" + secret)));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("A letter about a new password could not be sent", e);
        }
    }

    /** Sets the new password and ends every session of the person. */
    public void finish(String secret, String password, String address) {
        lockOut.check(List.of("reset link " + address));
        String hash = Secrets.fingerprint(secret);
        AccountRow account = tables.read(sql -> new PasswordResetTable(sql).find(hash, clock.instant()))
                .orElseThrow(() -> {
                    lockOut.failed(List.of("reset link " + address));
                    return over();
                });
        rules.problem(password, account.username()).ifPresent(problem -> {
            throw Problem.invalid(List.of(new FieldProblem("password", problem)));
        });
        String passwordHash = hasher.hash(password);
        Instant now = clock.instant();
        tables.write(sql -> {
            if (!new PasswordResetTable(sql).use(hash)) {
                throw over();
            }
            new AccountTable(sql).setPassword(account.id(), passwordHash, now);
            new SessionTable(sql).endOthers(account.id(), "");
            new PendingTable(sql).endAll(account.id());
            identities.changed();
            return journal.append(
                    new Journal.Entry("account.password-reset", "account", account.id(), Map.of("address", address)));
        });
    }

    private static Problem over() {
        return Problem.of(
                        "link-expired",
                        410,
                        new Text("Länken gäller inte", "The link is not good"),
                        new Text(
                                "Länken är redan använd, för gammal eller felskriven.",
                                "The link was used before, is too old or mistyped."))
                .withNext(new Text("Be om en ny länk.", "Ask for a new link."));
    }

    private static Problem noMail() {
        return Problem.conflict(new Text("Vaksam kan inte skicka e-post här.", "Vaksam cannot send e-mail here."))
                .withNext(new Text(
                        "Be en administratör om ett nytt lösenord.", "Ask an administrator for a new password."));
    }
}
