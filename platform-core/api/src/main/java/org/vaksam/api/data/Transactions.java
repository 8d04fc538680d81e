package org.vaksam.api.data;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** The unit of work: one JDBC connection bound to the thread, one commit for everything done inside. */
@ProviderType
public interface Transactions {
    /**
     * Runs the work in the thread's transaction, or in a new one that is committed when the work returns and rolled back
     * when it throws. A new transaction is repeated (up to three times, after a short pause) when the database says so
     * (SQLState class 40): the work must not have effects outside the database; use {@link #afterCommit} for those.
     * Work that joined and threw undoes the whole transaction, also when somebody on the way catches what it threw.
     */
    <T> T required(Supplier<T> work);

    /**
     * Runs once, on the committing thread, after the commit of the transaction this thread is in; never after a rollback.
     * What it throws is logged and does not reach the caller. Outside a transaction it runs at once.
     */
    void afterCommit(Runnable effect);
}
