package org.vaksam.data;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;

/** The ledger as other bundles see it. */
@Component(service = Accounting.class)
public final class DatabaseAccounting implements Accounting {
    private final Ledger ledger;
    private final SqlDatabase database;

    @Activate
    public DatabaseAccounting(@Reference ConnectionPool pool, @Reference SqlDatabase database) {
        this.ledger = pool.ledger();
        this.database = database;
    }

    @Override
    public Charge charge(String module) {
        return ledger.charge(module);
    }

    @Override
    public List<Line> lines() {
        return ledger.lines();
    }

    @Override
    public long schemaBytes(String module) {
        String schema = Schemas.of(module);
        return database.read(sql -> SchemaSize.of(sql, database.dialect(), schema));
    }

    @Override
    public Limits limits(String module) {
        return ledger.limits(module);
    }

    @Override
    public void limit(String module, Limits limits) {
        ledger.limit(module, limits);
    }
}
