package org.vaksam.security.account;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.spi.data.Sql;

/** The service account behind the launcher's token, made when it is first needed. */
@Component(service = OperatorAccount.class)
public final class OperatorAccount {
    private final Journal journal;

    @Activate
    public OperatorAccount(@Reference Journal journal) {
        this.journal = journal;
    }

    /** Id of the account. */
    String id(Sql sql) throws SQLException {
        var accounts = new AccountTable(sql);
        Optional<AccountRow> known = accounts.byUsername(Usernames.OPERATOR);
        if (known.isPresent()) {
            if (!known.get().enabled()) {
                throw Problem.conflict(new Text("Kontot operator är avstängt.", "The account operator is disabled."))
                        .withNext(new Text(
                                "Låt en administratör slå på det igen.", "Have an administrator enable it again."));
            }
            return known.get().id();
        }
        var account = AccountRow.fresh(Usernames.OPERATOR, "Operator", true);
        accounts.insert(account);
        new RoleTable(sql).grant(account.id(), Set.of(PlatformRoles.ADMINISTRATOR));
        journal.append(new Journal.Entry(
                "account.created", "account", account.id(), Map.of("username", account.username(), "service", true)));
        return account.id();
    }
}
