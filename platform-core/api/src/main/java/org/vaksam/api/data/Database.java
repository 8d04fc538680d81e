package org.vaksam.api.data;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The persistence unit of the module revision that asks (a bundle-scoped service; needs {@code META-INF/persistence.xml}).
 * Entities never leave the function: return values.
 */
@ProviderType
public interface Database {
    /** Joins the thread's transaction or runs in its own; see {@link Transactions#required} for repetition and rollback. */
    <T> T write(Function<EntityManager, T> work);

    /** Reads; inside a transaction it sees what that transaction has written. */
    <T> T read(Function<EntityManager, T> work);
}
