package org.vaksam.spi.data;

import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** The database as a platform bundle sees it: SQL in the thread's transaction. The default schema is the platform's. */
@ProviderType
public interface PlatformDatabase {
    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    /**
     * Joins the thread's transaction or runs in its own, repeated as {@code Transactions.required} says.
     *
     * @throws DatabaseException when the database refuses a statement
     */
    <T> T write(Work<T> work);

    /** Reads: in the thread's transaction, or on a connection of its own, read committed. */
    <T> T read(Work<T> work);

    Dialect dialect();
}
