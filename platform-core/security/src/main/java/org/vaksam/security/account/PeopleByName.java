package org.vaksam.security.account;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.AccountSearch;
import org.vaksam.spi.security.Accounts.Account;

/** Finds people by name for other platform bundles; who may be shown to whom is up to those. */
@Component
public final class PeopleByName implements AccountSearch {
    private final SecurityTables tables;

    @Activate
    public PeopleByName(@Reference SecurityTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Account> search(String words, int limit) {
        String anywhere = Sql.anywhere(words.strip());
        return tables.read(sql -> sql.list(
                "SELECT id, username, name FROM account WHERE enabled = TRUE AND service = FALSE"
                        + " AND (LOWER(name) LIKE ? ESCAPE '!' OR LOWER(username) LIKE ? ESCAPE '!')"
                        + " ORDER BY name, id FETCH FIRST " + limit + " ROWS ONLY",
                row -> new Account(row.getString(1), row.getString(2), row.getString(3), true),
                anywhere,
                anywhere));
    }
}
