package org.vaksam.kernel;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.vaksam.kernel.visibility.ServiceVisibility;
import org.vaksam.kernel.visibility.SideBySide;

/** Registers the hooks before any component of the kernel exists; the framework takes them away when the bundle stops. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class KernelActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        var services = new String[] {FindHook.class.getName(), EventListenerHook.class.getName()};
        context.registerService(services, new ServiceVisibility(context.getBundle()), null);
        context.registerService(CollisionHook.class, new SideBySide(), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
