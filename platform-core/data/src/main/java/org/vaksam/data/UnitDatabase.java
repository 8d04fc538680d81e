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
    private final Payer payer;

    UnitDatabase(EntityManagerFactory unit, Lease lease, TransactionTemplate transactions, Payer payer) {
        this.unit = unit;
        this.lease = lease;
        this.transactions = transactions;
        this.payer = payer;
    }

    @Override
    public <T> T write(Function<EntityManager, T> work) {
        return transactions.required(() -> joined(transactions.current().orElseThrow(), work));
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        Optional<Transaction> transaction = transactions.current();
        return transaction.isPresent() ? joined(transaction.get(), work) : readAlone(work);
    }

    private <T> T joined(Transaction transaction, Function<EntityManager, T> work) {
        try (var charge = payer.charge()) {
            return work.apply(transaction.manager(unit, lease, payer));
        }
    }

    private <T> T readAlone(Function<EntityManager, T> work) {
        lease.hold();
        try (var charge = payer.charge();
                EntityManager manager = unit.createEntityManager()) {
            return work.apply(manager);
        } catch (RuntimeException e) {
            throw Failures.inWords(e);
        } finally {
            lease.release();
        }
    }
}
