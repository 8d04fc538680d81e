package org.vaksam.kernel.visibility;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.vaksam.kernel.revision.Locations;

/**
 * A module's raw services are seen by itself and the kernel only, so that nobody holds an instance of a revision that is being
 * replaced; others use the kernel's proxies. A module does not see the proxies of its own services.
 */
public final class ServiceVisibility implements FindHook, EventListenerHook {
    /** Property of a proxy: the module it stands for. */
    static final String PROXY_OF = "vaksam.proxy-of";

    private final Bundle kernel;

    public ServiceVisibility(Bundle kernel) {
        this.kernel = kernel;
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> !isVisible(context.getBundle(), reference));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(listener -> !isVisible(listener.getBundle(), event.getServiceReference()));
    }

    private boolean isVisible(Bundle user, ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        if (owner == null || owner.equals(user) || user.equals(kernel)) {
            return true;
        }
        if (Locations.isModule(owner)) {
            return false;
        }
        Object proxyOf = reference.getProperty(PROXY_OF);
        return proxyOf == null || !Locations.moduleOf(user).equals(Optional.of(proxyOf));
    }
}
