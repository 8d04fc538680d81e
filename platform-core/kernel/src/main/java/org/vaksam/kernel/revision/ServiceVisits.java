package org.vaksam.kernel.revision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Uses the raw services of a module's bundle without keeping them. */
public final class ServiceVisits {
    private final BundleContext context;

    public ServiceVisits(BundleContext context) {
        this.context = context;
    }

    /**
     * Shows the bundle's services of this type, best ranking first, until the visitor has seen enough; empty stands for one
     * that could not be activated.
     */
    public <S> void visit(Bundle bundle, Class<S> type, Predicate<Optional<S>> enough) {
        for (ServiceReference<?> reference : references(bundle, type)) {
            Object service = context.getService(reference);
            try {
                if (enough.test(type.isInstance(service) ? Optional.of(type.cast(service)) : Optional.empty())) {
                    return;
                }
            } finally {
                context.ungetService(reference);
            }
        }
    }

    private static List<ServiceReference<?>> references(Bundle bundle, Class<?> type) {
        return RevisionServices.references(bundle).stream()
                .filter(reference -> Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(type.getName()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
