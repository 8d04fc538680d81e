package org.vaksam.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** A service that may come and go, asked for anew each time. */
final class Tracked<S> implements Supplier<Optional<S>>, AutoCloseable {
    private final ServiceTracker<S, S> tracker;

    Tracked(BundleContext context, Class<S> service) {
        tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
    }

    @Override
    public Optional<S> get() {
        return Optional.ofNullable(tracker.getService());
    }

    @Override
    public void close() {
        tracker.close();
    }
}
