package org.vaksam.security.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identity;
import org.vaksam.security.input.Input;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PasswordResetTable;
import org.vaksam.security.store.SecurityTables;

/** Where people get letters. Whoever can change it can take over the account, so it needs the password, or the right to. */
@Component(service = Emails.class)
public final class Emails {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,130}");
    private static final Text RULE = new Text("Ska vara en e-postadress.", "Must be an e-mail address.");
    private static final int LONGEST = 2_000;

    private final SecurityTables tables;
    private final PasswordCheck passwordCheck;
    private final Journal journal;

    @Activate
    public Emails(
            @Reference SecurityTables tables, @Reference PasswordCheck passwordCheck, @Reference Journal journal) {
        this.tables = tables;
        this.passwordCheck = passwordCheck;
        this.journal = journal;
    }

    /** The account's address. */
    public Optional<String> of(String account) {
        return tables.read(sql -> new PasswordResetTable(sql).email(account));
    }

    /** One's own. */
    public String change(Identity person, @Nullable Map<String, @Nullable Object> body, String from) {
        var input = Input.of(body, "email", "password");
        String email = input.word("email", FORM, RULE);
        String password = input.secret("password", LONGEST);
        input.check();
        Optional<String> hash = tables.read(sql -> new AccountTable(sql).password(person.account()));
        if (!passwordCheck.fits(person.username(), from, password, hash)) {
            throw Problem.invalid(List.of(
                    new FieldProblem("password", new Text("Lösenordet stämmer inte.", "The password is not right."))));
        }
        return tables.write(sql -> {
            new PasswordResetTable(sql).setEmail(person.account(), email);
            changed(person.account());
            return email;
        });
    }

    /** That of somebody else, by who manages accounts. */
    public String set(String account, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "email");
        String email = input.word("email", FORM, RULE);
        input.check();
        return tables.write(sql -> {
            if (new AccountTable(sql).byId(account).isEmpty()) {
                throw Problem.notFound(new Text("Kontot finns inte.", "There is no such account."));
            }
            new RoleGuard(sql, caller).checkMayBecome(account);
            new PasswordResetTable(sql).setEmail(account, email);
            changed(account);
            return email;
        });
    }

    private void changed(String account) {
        journal.append(new Journal.Entry("account.email-changed", "account", account, Map.of()));
    }
}
