package org.vaksam.security.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Identity;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PendingTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;

/** A person's own new password. */
@Component(service = PasswordChange.class)
public final class PasswordChange {
    private final SecurityTables tables;
    private final PasswordCheck passwordCheck;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Identities identities;
    private final Journal journal;

    @Activate
    public PasswordChange(
            @Reference SecurityTables tables,
            @Reference PasswordCheck passwordCheck,
            @Reference PasswordHasher hasher,
            @Reference PasswordRules rules,
            @Reference Identities identities,
            @Reference Journal journal) {
        this.tables = tables;
        this.passwordCheck = passwordCheck;
        this.hasher = hasher;
        this.rules = rules;
        this.identities = identities;
        this.journal = journal;
    }

    /** Sets the new password when the current one is right, and ends every session of the person but this one. */
    public void change(Identity person, String cookie, String current, String fresh, String address) {
        Optional<String> hash = tables.read(sql -> new AccountTable(sql).password(person.account()));
        if (!passwordCheck.fits(person.username(), address, current, hash)) {
            throw Problem.invalid(List.of(
                    new FieldProblem("current", new Text("Lösenordet stämmer inte.", "The password is not right."))));
        }
        Optional<Text> bad = rules.problem(fresh, person.username());
        if (bad.isPresent()) {
            throw Problem.invalid(List.of(new FieldProblem("new", bad.get())));
        }
        String freshHash = hasher.hash(fresh);
        tables.write(sql -> {
            new AccountTable(sql).setPassword(person.account(), freshHash, Instant.now());
            new SessionTable(sql).endOthers(person.account(), Secrets.fingerprint(cookie));
            new PendingTable(sql).endAll(person.account());
            identities.changed();
            return journal.append(new Journal.Entry("account.password-changed", "account", person.account(), Map.of()));
        });
    }
}
