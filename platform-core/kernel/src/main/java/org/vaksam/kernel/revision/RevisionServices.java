package org.vaksam.kernel.revision;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/**
 * The services of a revision that the kernel carries further, each through a slot.
 *
 * @param resources REST resources, for the gateway
 * @param offers    interfaces that other modules may use
 */
record RevisionServices(Map<Class<?>, Slot> resources, Map<Class<?>, Slot> offers) {
    private static final String RESOURCE = "osgi.jakartars.resource";
    private static final String PLATFORM_API = "Platform-Api";

    static RevisionServices none() {
        return new RevisionServices(Map.of(), Map.of());
    }

    /** What a started bundle has registered; every resource is activated here, so that a broken one is found early. */
    static RevisionServices of(Bundle bundle, BundleContext context) {
        var found = new RevisionServices(new LinkedHashMap<>(), new LinkedHashMap<>());
        try {
            found.collect(bundle, context);
            return found;
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
    }

    private void collect(Bundle bundle, BundleContext context) {
        for (ServiceReference<?> reference : references(bundle)) {
            if ("true".equals(String.valueOf(reference.getProperty(RESOURCE)))) {
                addResource(new Slot(context, reference), reference);
            }
            for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                tryHealthCheck(context, name, reference);
                sharedInterface(bundle, name)
                        .ifPresent(type -> offers.computeIfAbsent(type, key -> new Slot(context, reference)));
            }
        }
    }

    /** Once, so that one that never gets ready is found here and not inside the transaction. */
    private static void tryHealthCheck(BundleContext context, String name, ServiceReference<?> reference) {
        if (name.equals(HealthCheck.class.getName())) {
            context.getService(reference);
            context.ungetService(reference);
        }
    }

    private void addResource(Slot slot, ServiceReference<?> reference) {
        Object instance = slot.get();
        if (instance == null) {
            slot.close();
            throw notActivated(reference);
        }
        Slot before = resources.put(instance.getClass(), slot);
        if (before != null) {
            before.close();
        }
    }

    void close() {
        resources.values().forEach(Slot::close);
        offers.values().forEach(Slot::close);
    }

    static List<ServiceReference<?>> references(Bundle bundle) {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return registered == null ? List.of() : Arrays.asList(registered);
    }

    private static Optional<Class<?>> sharedInterface(Bundle bundle, String name) {
        try {
            Class<?> type = bundle.loadClass(name);
            Bundle home = FrameworkUtil.getBundle(type);
            boolean shared = type.isInterface()
                    && home != null
                    && "true".equals(home.getHeaders().get(PLATFORM_API));
            return shared ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException notActivated(ServiceReference<?> reference) {
        String name = String.valueOf(reference.getProperty("component.name"));
        return Refusal.of(
                new Text(
                        "REST-resursen " + name + " kunde inte aktiveras.",
                        "The REST resource " + name + " could not be activated."),
                new Text(
                        "Loggen säger varför; rätta modulen och planera igen.",
                        "The log says why; correct the module and plan again."));
    }
}
