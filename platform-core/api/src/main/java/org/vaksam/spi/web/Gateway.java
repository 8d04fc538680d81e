package org.vaksam.spi.web;

import java.util.Map;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.spi.lease.Lease;

/** Turns the resources of a revision into an endpoint and routes requests to it. The kernel is its only caller for modules. */
@ProviderType
public interface Gateway {
    /** One REST application of one revision, not yet reachable. */
    interface Endpoint extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Builds the application of a revision: its own resources plus the platform's record resources for its record types.
     * Refuses (with a {@code Problem}) a resource method without a declared permission.
     *
     * @param module    id of the module, also the first segment after {@code /api/}
     * @param revision  name of the revision for logs and for addresses of its files
     * @param lease     taken for every request
     * @param resources resource class to the live instance; the supplier waits while it is re-activated and may return null
     */
    Endpoint open(String module, String revision, Lease lease, Map<Class<?>, Supplier<?>> resources);

    /** From the next request on, {@code /api/<module>/…} goes here. One atomic exchange. */
    void route(String module, Endpoint endpoint);

    /** Nobody answers {@code /api/<module>/…} any more. */
    void unroute(String module);

    /** New requests of this module wait (bounded), they do not fail. */
    void hold(String module);

    /** Ends {@link #hold}. */
    void resume(String module);
}
