package org.vaksam.spi.data;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;
import org.vaksam.api.data.Database;
import org.vaksam.spi.lease.Lease;

/** Opens one persistence unit per bundle revision, woven in that revision's own class loader. */
@ProviderType
public interface PersistenceUnits {
    /** An open unit. */
    interface Unit extends AutoCloseable {
        Database database();

        @Override
        void close();
    }

    /**
     * Opens the unit of a resolved bundle whose classes have not been loaded yet; fails early when a mapping is wrong.
     *
     * @param lease held by every transaction that uses the unit, from first use to its end
     * @return empty when the bundle has no {@code META-INF/persistence.xml}
     */
    Optional<Unit> open(Bundle bundle, Lease lease);
}
