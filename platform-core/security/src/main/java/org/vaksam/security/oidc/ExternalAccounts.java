package org.vaksam.security.oidc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.security.access.Identities;
import org.vaksam.security.account.AccountDirectory;
import org.vaksam.security.account.Usernames;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.ExternalIdentityTable;
import org.vaksam.security.store.GroupTable;
import org.vaksam.spi.data.Sql;

/**
 * Which account belongs to somebody from the identity provider: by issuer and subject alone. A user name that happens to be the
 * same opens nothing.
 */
@Component(service = ExternalAccounts.class)
public final class ExternalAccounts {
    private static final int MOST_OF_ONE_NAME = 1_000;

    private final AccountDirectory directory;
    private final Identities identities;
    private final Journal journal;

    @Activate
    public ExternalAccounts(
            @Reference AccountDirectory directory, @Reference Identities identities, @Reference Journal journal) {
        this.directory = directory;
        this.identities = identities;
        this.journal = journal;
    }

    /** The person's account, in the groups that the provider names; empty when there is none and none may be made. */
    Optional<AccountRow> find(Sql sql, ExternalPerson person, boolean creates) throws SQLException {
        Optional<AccountRow> known = new ExternalIdentityTable(sql).account(person.issuer(), person.subject());
        if (known.isEmpty() && creates) {
            known = Optional.of(create(sql, person));
        }
        if (known.isPresent() && known.get().enabled()) {
            follow(sql, known.get(), person.groups());
        }
        return known;
    }

    private void follow(Sql sql, AccountRow account, Set<String> named) throws SQLException {
        var groups = new GroupTable(sql);
        Set<String> before = groups.followedBy(account.id());
        groups.follow(account.id(), named);
        Set<String> after = groups.followedBy(account.id());
        if (!after.equals(before)) {
            identities.changed();
            journal.append(new Journal.Entry(
                    "account.groups-followed",
                    "account",
                    account.id(),
                    Map.of("username", account.username(), "groups", List.copyOf(after))));
        }
    }

    private AccountRow create(Sql sql, ExternalPerson person) throws SQLException {
        var accounts = new AccountTable(sql);
        var account = AccountRow.fresh(freeName(accounts, person.username()), person.name(), false);
        accounts.insert(account);
        new ExternalIdentityTable(sql).insert(person.issuer(), person.subject(), account.id());
        directory.changed();
        journal.append(new Journal.Entry(
                "account.created",
                "account",
                account.id(),
                Map.of("username", account.username(), "issuer", person.issuer())));
        return account;
    }

    private static String freeName(AccountTable accounts, String wished) throws SQLException {
        var candidates = Stream.concat(
                Stream.of(wished), IntStream.range(2, MOST_OF_ONE_NAME).mapToObj(number -> wished + "-" + number));
        for (String candidate : (Iterable<String>) candidates::iterator) {
            if (Usernames.isGood(candidate) && accounts.byUsername(candidate).isEmpty()) {
                return candidate;
            }
        }
        throw new IllegalStateException("no user name is free for " + wished);
    }
}
