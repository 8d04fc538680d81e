package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.access.ShortMemory;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Accounts;

/** Answers who an account is, mostly from memory. */
@Component(service = {Accounts.class, AccountDirectory.class})
public final class AccountDirectory implements Accounts {
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int REMEMBERED = 20_000;

    private final SecurityTables tables;
    private final ShortMemory<String, Account> known = new ShortMemory<>(MEMORY, REMEMBERED);

    @Activate
    public AccountDirectory(@Reference SecurityTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Account> find(String idOrUsername) {
        return known.get(idOrUsername, wanted -> tables.read(sql -> read(sql, wanted)));
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        var names = new HashMap<String, String>();
        for (String id : new LinkedHashSet<>(ids)) {
            find(id).filter(account -> account.id().equals(id)).ifPresent(account -> names.put(id, account.name()));
        }
        return names;
    }

    /** After the commit, everything is read anew. */
    public void changed() {
        tables.afterCommit(known::forget);
    }

    private static Optional<Account> read(Sql sql, String wanted) throws SQLException {
        var accounts = new AccountTable(sql);
        Optional<AccountRow> found = accounts.byId(wanted);
        if (found.isEmpty()) {
            found = accounts.byUsername(Usernames.normalised(wanted));
        }
        return found.map(row -> new Account(row.id(), row.username(), row.name(), row.enabled()));
    }
}
