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
import org.vaksam.security.access.SecretBox;
import org.vaksam.security.access.ThreadCaller;
import org.vaksam.security.account.AccountAdministration;
import org.vaksam.security.account.AccountDirectory;
import org.vaksam.security.account.AccountView;
import org.vaksam.security.account.ModulePermissions;
import org.vaksam.security.account.OperatorAccount;
import org.vaksam.security.account.OwnSecondFactor;
import org.vaksam.security.account.PasswordChange;
import org.vaksam.security.account.SecondFactorAdministration;
import org.vaksam.security.account.SecondStep;
import org.vaksam.security.account.SessionAdministration;
import org.vaksam.security.account.SessionOpener;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.account.SignIn;
import org.vaksam.security.account.TokenAdministration;
import org.vaksam.security.account.Visitor;
import org.vaksam.security.factor.SecondFactors;
import org.vaksam.security.password.LockOut;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** All of security over a real database, with a clock and a journal of the test's own. */
public final class SecurityFixture {
    public static final String PASSWORD = "fyra gröna hästar";

    private static final List<String> TABLES = List.of(
            "person_erasure_place",
            "person_erasure",
            "access_grant",
            "account_group_member",
            "account_group",
            "role_permission",
            "external_identity",
            "used_sign_in",
            "role",
            "permission",
            "token",
            "session",
            "credential",
            "substitute",
            "account_email",
            "password_reset",
            "recovery_code",
            "second_factor",
            "second_factor_role",
            "pending_sign_in",
            "account",
            "unit_fact",
            "unit");

    public final HandClock clock = new HandClock("2026-11-22T15:04:05Z");
    public final ThreadCaller threadCaller = new ThreadCaller();
    public final RememberingJournal journal = new RememberingJournal(threadCaller);
    public final SecurityTables tables;
    public final Identities identities;
    public final PasswordHasher hasher = new PasswordHasher();
    public final PasswordRules rules = new PasswordRules();
    public final LockOut lockOut = new LockOut(clock);
    public final PasswordCheck passwordCheck = new PasswordCheck(hasher, lockOut);
    public final SecretBox secretBox;
    public final SecondFactors factors;
    public final SessionOpener sessions;
    public final SessionAdministration sessionAdministration;
    public final SecondStep secondStep;
    public final SignIn signIn;
    public final OwnSecondFactor ownFactor;
    public final SecondFactorAdministration factorAdministration;
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
        secretBox = new SecretBox(folder.resolve("keys").resolve("secrets.key"));
        factors = new SecondFactors(tables, secretBox, lockOut, clock);
        sessions = new SessionOpener(tables, identities, threadCaller, journal, clock);
        sessionAdministration = new SessionAdministration(tables, identities, journal, clock);
        secondStep = new SecondStep(tables, factors, sessions, journal, clock);
        signIn = new SignIn(tables, passwordCheck, secondStep, sessions, journal);
        ownFactor = new OwnSecondFactor(tables, passwordCheck, factors, journal);
        factorAdministration = new SecondFactorAdministration(tables, journal);
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

    public Opened open(String username) {
        return (Opened) signIn.open(username, PASSWORD, visitor("192.0.2.7"));
    }

    public static Visitor visitor(String address) {
        return new Visitor(address, "Firefox", Optional.empty());
    }

    public Caller callerOf(Opened session) {
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
