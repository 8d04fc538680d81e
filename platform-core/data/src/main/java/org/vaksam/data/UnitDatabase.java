package org.vaksam.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.function.Function;
import org.vaksam.api.data.Database;
import org.vaksam.spi.lease.Lease;

/** The database of one module revision. */
final class UnitDatabase implements Database {
    private final EntityManagerFactory unit;
    private final Lease lease;
    private final TransactionTemplate transactions;

    UnitDatabase(EntityManagerFactory unit, Lease lease, TransactionTemplate transactions) {
        this.unit = unit;
        this.lease = lease;
        this.transactions = transactions;
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        return transactions.required(
                () -> work.apply(transactions.current().orElseThrow().manager(unit, lease)));
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        Optional<Transaction> transaction = transactions.current();
        return transaction.isPresent() ? work.apply(transaction.get().manager(unit, lease)) : readAlone(work);
    }

    private <T> T readAlone(Function<EntityManager, T> work) {
        lease.hold();
        try (EntityManager manager = unit.createEntityManager()) {
            return work.apply(manager);
        } finally {
            lease.release();
        }
    }
}
