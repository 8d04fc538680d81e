package org.vaksam.security.account;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.SecurityTables;

/** Signing in with user name and password: the whole way in, or the first of two steps. */
@Component(service = SignIn.class)
public final class SignIn {
    /** What a right password leads to. */
    public sealed interface Outcome permits SessionOpener.Opened, SecondStep.Pending {}

    private record Known(AccountRow account, Optional<String> password) {}

    private final SecurityTables tables;
    private final PasswordCheck passwordCheck;
    private final SecondStep secondStep;
    private final SessionOpener sessions;
    private final Journal journal;

    @Activate
    public SignIn(
            @Reference SecurityTables tables,
            @Reference PasswordCheck passwordCheck,
            @Reference SecondStep secondStep,
            @Reference SessionOpener sessions,
            @Reference Journal journal) {
        this.tables = tables;
        this.passwordCheck = passwordCheck;
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.journal = journal;
    }

    /**
     * Opens a session, or asks for the second factor when the account has one or must have one.
     *
     * @throws Problem {@code wrong-credentials} (401), the same whatever was wrong; 429 after too many failures
     */
    public Outcome open(String typedUsername, String password, Visitor visitor) {
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
        if (!passwordCheck.fits(username, visitor.address(), password, hash)) {
            noteFailure(known.map(Known::account), visitor.address());
            throw wrongCredentials();
        }
        AccountRow account = known.orElseThrow().account();
        Optional<SecondStep.Pending> pending = secondStep.begin(account);
        return pending.isPresent() ? pending.get() : sessions.open(account, "password", visitor);
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
