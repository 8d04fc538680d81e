package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.input.Input;
import org.vaksam.security.password.PasswordHasher;
import org.vaksam.security.password.PasswordRules;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PendingTable;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Accounts;

/** What administrators do with accounts. */
@Component(service = AccountAdministration.class)
public final class AccountAdministration {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ROLES = 100;
    private static final int MOST_WORDS = 5;

    private static final Text NO_PASSWORD =
            new Text("Ett tjänstekonto har inget lösenord.", "A service has no password.");

    private final SecurityTables tables;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Identities identities;
    private final AccountDirectory directory;
    private final Journal journal;

    @Activate
    public AccountAdministration(
            @Reference SecurityTables tables,
            @Reference PasswordHasher hasher,
            @Reference PasswordRules rules,
            @Reference Identities identities,
            @Reference AccountDirectory directory,
            @Reference Journal journal) {
        this.tables = tables;
        this.hasher = hasher;
        this.rules = rules;
        this.identities = identities;
        this.directory = directory;
        this.journal = journal;
    }

    /** Accounts with all these words in their name or user name, in the order of their user names, after this one. */
    public List<AccountView> list(String words, String after, int limit) {
        return tables.read(sql -> {
            List<String> wanted = Stream.of(words.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .toList();
            List<AccountRow> found = new AccountTable(sql).page(wanted, after, limit);
            Map<String, Set<String>> roles = new RoleTable(sql)
                    .rolesOf(found.stream().map(AccountRow::id).toList());
            return found.stream()
                    .map(row -> AccountView.of(row, roles.getOrDefault(row.id(), Set.of())))
                    .toList();
        });
    }

    /** The account with this id or user name. */
    public AccountView find(String idOrUsername) {
        String id = directory.find(idOrUsername).map(Accounts.Account::id).orElse(idOrUsername);
        return tables.read(sql -> AccountView.of(
                new AccountTable(sql).byId(id).orElseThrow(AccountAdministration::unknown),
                new RoleTable(sql).rolesOf(id)));
    }

    /** A new account: of a person with a first password, or of a service, which has tokens instead. */
    public AccountView create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "username", "name", "password", "roles", "service");
        String username = Usernames.read(input, "username");
        String name = input.line("name", LONGEST_NAME);
        boolean service = input.flag("service").orElse(false);
        Optional<String> password = service ? Optional.empty() : Optional.of(readPassword(input, username));
        if (service && input.has("password")) {
            input.wrong("password", NO_PASSWORD);
        }
        Set<String> roles = input.words("roles", MOST_ROLES, LONGEST_NAME).orElse(Set.of());
        input.check();
        var account = AccountRow.fresh(username, name, service);
        Optional<String> hash = password.map(hasher::hash);
        try {
            return insert(account, hash, roles, input, caller);
        } catch (DatabaseException e) {
            throw e.isDuplicate() ? taken(username).causedBy(e) : e;
        }
    }

    private AccountView insert(
            AccountRow account, Optional<String> hash, Set<String> roles, Input input, Caller caller) {
        return tables.write(sql -> {
            var accounts = new AccountTable(sql);
            if (accounts.byUsername(account.username()).isPresent()) {
                throw taken(account.username());
            }
            var guard = new RoleGuard(sql, caller);
            guard.checkRoles(input, roles, Set.of());
            accounts.insert(account);
            if (hash.isPresent()) {
                accounts.setPassword(account.id(), hash.get(), account.created());
            }
            new RoleTable(sql).grant(account.id(), roles);
            changed(
                    "account.created",
                    account.id(),
                    Map.of("username", account.username(), "roles", List.copyOf(roles)));
            return AccountView.of(account, roles);
        });
    }

    /** Changes what was sent and leaves the rest. */
    public AccountView change(String id, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input =
                Input.of(body, "name", "enabled", "roles", "password").notNull("name", "enabled", "roles", "password");
        Optional<String> name = input.optionalLine("name", LONGEST_NAME);
        Optional<Boolean> enabled = input.flag("enabled");
        Optional<Set<String>> roles = input.words("roles", MOST_ROLES, LONGEST_NAME);
        AccountRow before =
                tables.read(sql -> new AccountTable(sql).byId(id)).orElseThrow(AccountAdministration::unknown);
        Optional<String> password = Optional.empty();
        if (input.has("password")) {
            password = Optional.of(readPassword(input, before.username()));
            if (before.service()) {
                input.wrong("password", NO_PASSWORD);
            }
        }
        input.check();
        Optional<String> hash = password.map(hasher::hash);
        return tables.write(sql -> {
            AccountRow now = new AccountTable(sql).lock(id).orElseThrow(AccountAdministration::unknown);
            return change(sql, input, now, new Wanted(name, enabled, roles, hash), caller);
        });
    }

    private record Wanted(
            Optional<String> name, Optional<Boolean> enabled, Optional<Set<String>> roles, Optional<String> hash) {}

    private AccountView change(Sql sql, Input input, AccountRow now, Wanted wanted, Caller caller) throws SQLException {
        var accounts = new AccountTable(sql);
        var roleTable = new RoleTable(sql);
        var guard = new RoleGuard(sql, caller);
        guard.checkMayTouch(now.id());
        if (wanted.roles().isPresent()) {
            guard.checkRoles(input, wanted.roles().get(), roleTable.rolesOf(now.id()));
            roleTable.grant(now.id(), wanted.roles().get());
        }
        var changed = new AccountRow(
                now.id(),
                now.username(),
                wanted.name().orElse(now.name()),
                now.service(),
                wanted.enabled().orElse(now.enabled()),
                now.created());
        accounts.update(changed.id(), changed.name(), changed.enabled());
        if (wanted.hash().isPresent()) {
            guard.checkMayBecome(now.id());
            accounts.setPassword(now.id(), wanted.hash().get(), Instant.now());
        }
        if (wanted.hash().isPresent() || !changed.enabled()) {
            new SessionTable(sql).endOthers(now.id(), "");
            new PendingTable(sql).endAll(now.id());
        }
        guard.checkAdministratorRemains();
        Set<String> roles = roleTable.rolesOf(now.id());
        changed(
                "account.changed",
                now.id(),
                describe(changed, roles, wanted.hash().isPresent()));
        return AccountView.of(changed, roles);
    }

    private static Map<String, Object> describe(AccountRow account, Set<String> roles, boolean newPassword) {
        return Map.of(
                "username", account.username(),
                "name", account.name(),
                "enabled", account.enabled(),
                "roles", List.copyOf(roles),
                "password", newPassword ? "set" : "kept");
    }

    private String readPassword(Input input, String username) {
        String password = input.secret("password", 10 * PasswordRules.LONGEST);
        if (!password.isEmpty()) {
            rules.problem(password, username).ifPresent(problem -> input.wrong("password", problem));
        }
        return password;
    }

    private void changed(String action, String account, Map<String, Object> data) {
        identities.changed();
        directory.changed();
        journal.append(new Journal.Entry(action, "account", account, data));
    }

    private static Problem taken(String username) {
        return Problem.conflict(
                new Text("Användarnamnet " + username + " finns redan.", "The user name " + username + " is taken."));
    }

    private static Problem unknown() {
        return Problem.notFound(new Text("Kontot finns inte.", "There is no such account."));
    }
}
