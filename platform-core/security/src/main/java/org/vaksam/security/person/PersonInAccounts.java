package org.vaksam.security.person;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.account.AccountDirectory;
import org.vaksam.security.account.RoleGuard;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.PasswordResetTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person's account with everything that hangs on it. */
@Component
public final class PersonInAccounts implements PersonalData {
    private static final String ACCOUNT = "account";
    private static final Text AREA = new Text("Konto", "Account");
    private static final Text OWN = new Text("Det egna kontot.", "Your own account.");
    private static final Text LAST = new Text("Den sista administratören.", "The last administrator.");
    private static final Text MIGHTY = new Text(
            "Får göra allt: raderas bara av någon som också får det.",
            "May do everything: erased only by somebody who may too.");

    private final SecurityTables tables;
    private final Identities identities;
    private final AccountDirectory directory;
    private final Access access;
    private final JournalErasure erasure;
    private final Journal journal;

    @Activate
    public PersonInAccounts(
            @Reference SecurityTables tables,
            @Reference Identities identities,
            @Reference AccountDirectory directory,
            @Reference Access access,
            @Reference JournalErasure erasure,
            @Reference Journal journal) {
        this.tables = tables;
        this.identities = identities;
        this.directory = directory;
        this.access = access;
        this.erasure = erasure;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Text title() {
        return new Text("Konton", "Accounts");
    }

    @Override
    public Found find(Person person) {
        return tables.read(sql -> {
            var traces = new AccountTraces(sql);
            var places = new ArrayList<PersonPlace>();
            Map<String, String> emails = new PasswordResetTable(sql).emails();
            for (AccountRow account : traces.all()) {
                List<String> found = found(person, account, emails.getOrDefault(account.id(), ""));
                if (!found.isEmpty() && places.size() <= MOST) {
                    places.add(place(sql, account, found));
                }
            }
            boolean more = places.size() > MOST;
            return new Found(List.copyOf(more ? places.subList(0, MOST) : places), Set.of(), more);
        });
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return tables.read(sql -> {
            Optional<AccountRow> account = new AccountTable(sql).byId(id);
            return account.isEmpty() ? Map.of() : new AccountTraces(sql).copy(account.get());
        });
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return tables.write(sql -> {
            new GrantTable(sql).lock();
            var accounts = new AccountTable(sql);
            Optional<AccountRow> account = accounts.lock(id);
            if (account.isEmpty()) {
                return Outcome.GONE;
            }
            var traces = new AccountTraces(sql);
            if (!traces.version(account.get()).equals(version)) {
                return Outcome.CHANGED;
            }
            return isLast(accounts, account.get()) ? Outcome.HELD : erase(traces, id);
        });
    }

    private Outcome erase(AccountTraces traces, String id) throws SQLException {
        traces.erase(id);
        erasure.erase(ACCOUNT, id);
        identities.changed();
        directory.changed();
        journal.append(new Journal.Entry("account.erased", ACCOUNT, id, Map.of()));
        return Outcome.ERASED;
    }

    private static List<String> found(Person person, AccountRow account, String email) {
        var found = new ArrayList<String>();
        if (account.name().equals(Person.MARK)) {
            return found;
        }
        if (person.hasAccount(account.id())) {
            found.add("id");
        }
        if (person.isIn(account.username())) {
            found.add("username");
        }
        if (person.isIn(account.name())) {
            found.add("name");
        }
        if (person.isIn(email)) {
            found.add("email");
        }
        return found;
    }

    private PersonPlace place(Sql sql, AccountRow account, List<String> found) throws SQLException {
        return new PersonPlace(
                account.id(),
                new AccountTraces(sql).version(account),
                Optional.empty(),
                AREA,
                account.id(),
                account.name() + " (" + account.username() + ")",
                found,
                false,
                false,
                kept(sql, account));
    }

    private Optional<Text> kept(Sql sql, AccountRow account) throws SQLException {
        var caller = access.caller();
        if (caller.account().filter(account.id()::equals).isPresent()) {
            return Optional.of(OWN);
        }
        try {
            new RoleGuard(sql, caller).checkMayTouch(account.id());
        } catch (Problem mayNot) {
            return Optional.of(MIGHTY);
        }
        return isLast(new AccountTable(sql), account) ? Optional.of(LAST) : Optional.empty();
    }

    private static boolean isLast(AccountTable accounts, AccountRow account) throws SQLException {
        return accounts.administratorsBeside(account.id()) == 0;
    }
}
