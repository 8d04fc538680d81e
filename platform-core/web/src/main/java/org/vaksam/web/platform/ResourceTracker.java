package org.vaksam.web.platform;

import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.web.Resources;

/** Follows the REST resources that platform bundles register; those of modules are the kernel's business. */
public final class ResourceTracker extends ServiceTracker<Object, Resource> {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceTracker.class);
    private static final String MODULE_LOCATION = "module:";

    private final PlatformApplications applications;

    public ResourceTracker(BundleContext context, PlatformApplications applications) {
        super(context, filter(context), null);
        this.applications = applications;
    }

    private static Filter filter(BundleContext context) {
        try {
            return context.createFilter("(osgi.jakartars.resource=true)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Resource addingService(ServiceReference<Object> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle == null || bundle.getLocation().startsWith(MODULE_LOCATION)) {
            return null;
        }
        Object instance = context.getService(reference);
        if (instance == null) {
            LOG.warn("a REST resource of {} could not be activated", bundle.getSymbolicName());
            return null;
        }
        Resource resource = describe(reference, bundle, instance);
        applications.add(resource);
        return resource;
    }

    private static Resource describe(ServiceReference<Object> reference, Bundle bundle, Object instance) {
        Resource.Mounting mounting = isTrue(reference.getProperty(Resources.EVERY_MODULE))
                ? Resource.Mounting.EVERY_MODULE
                : isTrue(reference.getProperty(Resources.ROOT)) ? Resource.Mounting.ROOT : Resource.Mounting.API;
        return new Resource(
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                mounting,
                mounting == Resource.Mounting.EVERY_MODULE ? List.of() : segments(reference, instance),
                instance);
    }

    private static List<String> segments(ServiceReference<Object> reference, Object instance) {
        Object declared = reference.getProperty(Resources.PLATFORM);
        if (declared instanceof String[] several) {
            return List.of(several);
        }
        if (declared instanceof String one) {
            return List.of(one);
        }
        Path path = instance.getClass().getAnnotation(Path.class);
        String[] parts = path == null ? new String[0] : path.value().split("/", -1);
        return List.of(parts).stream().filter(part -> !part.isEmpty()).limit(1).toList();
    }

    private static boolean isTrue(@Nullable Object property) {
        return property != null && Boolean.parseBoolean(property.toString());
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Resource resource) {
        applications.remove(resource);
        context.ungetService(reference);
    }
}
