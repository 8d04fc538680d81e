package org.vaksam.security;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.OperatorKey;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.account.AccountAdministration;
import org.vaksam.security.account.AccountDirectory;
import org.vaksam.security.account.AccountView;
import org.vaksam.security.account.ModulePermissions;
import org.vaksam.security.account.OperatorAccount;
import org.vaksam.security.account.PasswordChange;
import org.vaksam.security.account.SignIn;
import org.vaksam.security.account.TokenAdministration;
import org.vaksam.security.password.LockOut;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** All of security over a real database, with a clock and a journal of the test's own. */
public final class SecurityFixture {
    public static final String PASSWORD = "fyra gröna hästar";

    private static final List<String> TABLES = List.of(
            "account_role",
            "role_permission",
            "role",
            "permission",
            "token",
            "session",
            "credential",
            "account",
            "unit_fact",
            "unit");

    public final HandClock clock = new HandClock();
    public final ThreadCaller threadCaller = new ThreadCaller();
    public final RememberingJournal journal = new RememberingJournal(threadCaller);
    public final SecurityTables tables;
    public final Identities identities;
    public final PasswordHasher hasher = new PasswordHasher();
    public final PasswordRules rules = new PasswordRules();
    public final LockOut lockOut = new LockOut(clock);
    public final PasswordCheck passwordCheck = new PasswordCheck(hasher, lockOut);
    public final SignIn signIn;
    public final PasswordChange passwordChange;
    public final AccountDirectory directory;
    public final AccountAdministration accounts;
    public final TokenAdministration tokens;
    public final ModulePermissions modulePermissions;
    public final RequestAuthenticator authenticator;

    /** Over a database that may have been used before: it is emptied first. */
    public SecurityFixture(TestDatabase database, Path folder) throws IOException {
        database.migrate("security", SecurityTables.class);
        database.database().write(SecurityFixture::empty);
        tables = new SecurityTables(
                database.database(),
                database.transactions(),
                database.migrations(),
                ClassPathBundle.contextOf(SecurityTables.class));
        identities = new Identities(tables, clock);
        signIn = new SignIn(tables, passwordCheck, identities, threadCaller, journal, clock);
        passwordChange = new PasswordChange(tables, passwordCheck, hasher, rules, identities, journal);
        directory = new AccountDirectory(tables);
        accounts = new AccountAdministration(tables, hasher, rules, identities, directory, journal);
        tokens = new TokenAdministration(tables, new OperatorAccount(journal), identities, journal, clock);
        modulePermissions = new ModulePermissions(tables, identities);
        authenticator =
                new RequestAuthenticator(threadCaller, identities, new OperatorKey(folder.resolve("operator.key")));
    }

    /** An administrator who exists only as a caller. */
    public static Caller everybody() {
        return new Caller(Kind.SESSION, Optional.empty(), "Test", Set.of("*"), java.util.Locale.ENGLISH);
    }

    public AccountView account(String username, String... roles) {
        return accounts.create(
                Map.of("username", username, "name", "Namn " + username, "password", PASSWORD, "roles", List.of(roles)),
                everybody());
    }

    public SignIn.Opened open(String username) {
        return signIn.open(username, PASSWORD, "192.0.2.7", Optional.empty());
    }

    public Caller callerOf(SignIn.Opened session) {
        return authenticator.authenticate(
                FakeRequest.of("GET", "/api/x").cookie(session.cookie()).build());
    }

    public Caller callerOf(String token) {
        return authenticator.authenticate(FakeRequest.of("POST", "/api/x")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static boolean empty(Sql sql) throws SQLException {
        for (String table : TABLES) {
            sql.update("DELETE FROM " + table);
        }
        return true;
    }
}
