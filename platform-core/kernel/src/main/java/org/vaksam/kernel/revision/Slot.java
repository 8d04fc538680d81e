package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The present instance of one service of one revision; whoever asks waits while its component is re-activated. */
final class Slot implements Supplier<@Nullable Object>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String COMPONENT_NAME = "component.name";

    private final ServiceTracker<Object, Object> tracker;

    /**
     * Follows whatever stands behind this reference: the component, also when it registers anew. The kernel never sees the
     * module's classes, so it does not matter whether its own are the same.
     */
    Slot(BundleContext context, ServiceReference<?> reference) {
        tracker = new ServiceTracker<>(context, filter(reference), null);
        tracker.open(true);
    }

    /** The instance; null when it did not come back in time. */
    @Override
    public @Nullable Object get() {
        Object now = tracker.getService();
        if (now != null) {
            return now;
        }
        try {
            return tracker.waitForService(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        tracker.close();
    }

    private static Filter filter(ServiceReference<?> reference) {
        Object component = reference.getProperty(COMPONENT_NAME);
        String which = component == null
                ? "(" + Constants.SERVICE_ID + "=" + reference.getProperty(Constants.SERVICE_ID) + ")"
                : "(" + COMPONENT_NAME + "=" + component + ")";
        try {
            return FrameworkUtil.createFilter("(&(" + Constants.SERVICE_BUNDLEID + "="
                    + reference.getProperty(Constants.SERVICE_BUNDLEID) + ")" + which + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("The component name " + component + " cannot be looked up", e);
        }
    }
}
