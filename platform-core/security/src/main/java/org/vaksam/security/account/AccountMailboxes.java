package org.vaksam.security.account;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.store.PasswordResetTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Mailboxes;

/** Tells other platform bundles where people get letters. */
@Component
public final class AccountMailboxes implements Mailboxes {
    private final SecurityTables tables;
    private final Accounts accounts;

    @Activate
    public AccountMailboxes(@Reference SecurityTables tables, @Reference Accounts accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> address(String account) {
        return accounts.find(account)
                .filter(Accounts.Account::enabled)
                .flatMap(person -> tables.read(sql -> new PasswordResetTable(sql).email(person.id())));
    }
}
