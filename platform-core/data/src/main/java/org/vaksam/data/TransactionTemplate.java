package org.vaksam.data;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.data.Transactions;
import org.vaksam.spi.data.DatabaseException;

/** Binds one transaction to the thread, repeats it when the database says that this may help, runs what waits for its commit. */
@Component(service = {Transactions.class, TransactionTemplate.class})
public final class TransactionTemplate implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionTemplate.class);
    private static final int REPETITIONS = 3;
    private static final int PAUSE_MILLIS = 5;

    private final ConnectionPool pool;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    @Activate
    public TransactionTemplate(@Reference ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        Optional<Transaction> outer = current();
        return outer.isPresent() ? join(outer.get(), work) : repeat(work);
    }

    @Override
    public void afterCommit(Runnable effect) {
        Optional<Transaction> outer = current();
        if (outer.isPresent()) {
            outer.get().afterCommit(effect);
        } else {
            run(effect);
        }
    }

    /** The thread's transaction, if it is in one. */
    Optional<Transaction> current() {
        return Optional.ofNullable(current.get());
    }

    /** Runs the work in a transaction of its own, also when the thread is in one. */
    <T> T separately(Supplier<T> work) {
        Transaction outer = current.get();
        current.remove();
        try {
            return repeat(work);
        } finally {
            if (outer != null) {
                current.set(outer);
            }
        }
    }

    private static <T> T join(Transaction outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.breakBy(e);
            throw e;
        }
    }

    private <T> T repeat(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (attempt > REPETITIONS || !Failures.mayPass(e) || !pause(attempt)) {
                    throw Failures.inWords(e);
                }
                LOG.debug("Transaction is repeated ({})", attempt, e);
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        Transaction transaction = begin();
        T result;
        try {
            result = work.get();
            commit(transaction);
        } finally {
            try {
                transaction.end();
            } finally {
                current.remove();
            }
        }
        transaction.effects().forEach(TransactionTemplate::run);
        return result;
    }

    private Transaction begin() {
        try {
            var transaction = new Transaction(pool.connection());
            current.set(transaction);
            return transaction;
        } catch (SQLException e) {
            throw Failures.noConnection(e);
        }
    }

    private static void commit(Transaction transaction) {
        if (transaction.broken().isPresent()) {
            throw new IllegalStateException(
                    "Undone, because a part of it failed", transaction.broken().get());
        }
        try {
            transaction.commit();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void run(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException e) {
            LOG.error("What was to happen after a commit failed", e);
        }
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep((long) PAUSE_MILLIS * attempt * attempt
                    + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
