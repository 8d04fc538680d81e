package org.vaksam.testkit.broken;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Never comes back from its start. */
public final class EndlessStart implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        new Endless();
    }

    @Override
    public void stop(BundleContext context) {}
}
