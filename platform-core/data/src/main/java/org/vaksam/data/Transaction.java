package org.vaksam.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.lease.Lease;

/** One connection and one commit for everything a thread does, over any number of persistence units. */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private final ConnectionHandle handle;
    private final Map<EntityManagerFactory, Managed> managers = new LinkedHashMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();
    private @Nullable Throwable broken;

    /** A unit's part of the transaction, and who pays for it. */
    private record Managed(EntityManager manager, Payer payer) {}

    Transaction(Connection connection) {
        this.connection = connection;
        this.handle = new ConnectionHandle(connection);
    }

    /** The connection for everybody inside: they cannot end the transaction with it. */
    Connection connection() {
        return handle.proxy();
    }

    /** The unit's EntityManager in this transaction; its revision stays until the transaction has ended. */
    EntityManager manager(EntityManagerFactory unit, Lease lease, Payer payer) {
        Managed managed = managers.computeIfAbsent(unit, factory -> {
            lease.hold();
            leases.add(lease);
            EntityManager manager = factory.createEntityManager();
            manager.getTransaction().begin();
            return new Managed(manager, payer);
        });
        return managed.manager();
    }

    void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    List<Runnable> effects() {
        return effects;
    }

    /** Work inside has failed: nothing of this transaction may stay. */
    void breakBy(Throwable failure) {
        if (broken == null) {
            broken = failure;
        }
    }

    Optional<Throwable> broken() {
        return Optional.ofNullable(broken);
    }

    /** Flushes every unit, commits once, then lets every unit finish; their own commits do nothing. */
    void commit() throws SQLException {
        for (Managed managed : managers.values()) {
            try (var charge = managed.payer().charge()) {
                managed.manager().flush();
            }
        }
        connection.commit();
        handle.end();
        for (Managed managed : managers.values()) {
            try {
                managed.manager().getTransaction().commit();
            } catch (RuntimeException e) {
                LOG.error("A persistence unit had changes left after the commit; they are lost", e);
            }
        }
    }

    /** Undoes what was not committed and gives everything back. */
    void end() {
        try {
            managers.values().forEach(Transaction::discard);
        } finally {
            giveBack();
            leases.forEach(Lease::release);
        }
    }

    private void giveBack() {
        try (Connection returned = connection) {
            if (!handle.isEnded()) {
                handle.end();
                returned.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("Connection was lost at the end of a transaction", e);
        }
    }

    private static void discard(Managed managed) {
        try (EntityManager manager = managed.manager()) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            LOG.warn("A persistence unit could not be rolled back", e);
        }
    }
}
