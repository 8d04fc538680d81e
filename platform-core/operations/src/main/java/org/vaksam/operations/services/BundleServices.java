package org.vaksam.operations.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks into the service registry each time: what is missing now may be there in a moment. */
@Component(service = PlatformServices.class)
public final class BundleServices implements PlatformServices {
    private static final String MODULE_LOCATION = "module:";

    private final BundleContext context;

    @Activate
    public BundleServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public <S, T> Optional<T> with(Class<S> type, Function<S, T> work) {
        ServiceReference<S> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : use(reference, work);
    }

    @Override
    public <S, T> List<T> each(Class<S> type, BiFunction<String, S, T> work) {
        var answers = new ArrayList<T>();
        for (ServiceReference<S> reference : references(type)) {
            Bundle bundle = reference.getBundle();
            if (bundle != null && !bundle.getLocation().startsWith(MODULE_LOCATION)) {
                use(reference, service -> work.apply(shortName(bundle), service))
                        .ifPresent(answers::add);
            }
        }
        return answers;
    }

    @Override
    public boolean has(String filter) {
        try {
            ServiceReference<?> @Nullable [] found = context.getAllServiceReferences(null, filter);
            return found != null && found.length > 0;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <S> Collection<ServiceReference<S>> references(Class<S> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private <S, T> Optional<T> use(ServiceReference<S> reference, Function<S, T> work) {
        S service = context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(service));
        } finally {
            context.ungetService(reference);
        }
    }

    private static String shortName(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
