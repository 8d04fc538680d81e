package org.vaksam.security.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The database with the tables of security in it; whoever has this may use them. */
@Component(service = SecurityTables.class)
public final class SecurityTables {
    private final PlatformDatabase database;
    private final Transactions transactions;

    @Activate
    public SecurityTables(
            @Reference PlatformDatabase database,
            @Reference Transactions transactions,
            @Reference Migrations migrations,
            BundleContext context) {
        this(database, transactions);
        migrations.platform("security", context.getBundle());
        write(sql -> new PlatformRoles(sql).ensure());
    }

    /** Over tables that are there. */
    public SecurityTables(PlatformDatabase database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** See {@link PlatformDatabase#write}. */
    public <T> T write(PlatformDatabase.Work<T> work) {
        return database.write(work);
    }

    /** See {@link PlatformDatabase#read}. */
    public <T> T read(PlatformDatabase.Work<T> work) {
        return database.read(work);
    }

    /** See {@link Transactions#afterCommit}. */
    public void afterCommit(Runnable effect) {
        transactions.afterCommit(effect);
    }
}
