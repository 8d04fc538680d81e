package org.vaksam.kernel.visibility;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Locations;
import org.vaksam.kernel.revision.Revision;

/**
 * The one service that others see for an interface of a module: passes every call to the live revision, under its lease. An
 * update of the module is one write of a field here; users see no event.
 */
final class PublishedService implements InvocationHandler {
    private static final int RANKING = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Class<?> type;
    private final ServiceRegistration<?> registration;
    private volatile Revision target;

    PublishedService(Class<?> type, Revision target, BundleContext context) {
        this.type = type;
        this.target = target;
        var properties = new Hashtable<String, Object>();
        properties.put(ServiceVisibility.PROXY_OF, target.module());
        properties.put(Constants.SERVICE_RANKING, RANKING);
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
        registration = context.registerService(type.getName(), proxy, properties);
    }

    Class<?> type() {
        return type;
    }

    void target(Revision next) {
        target = next;
    }

    void withdraw() {
        registration.unregister();
    }

    /** Modules that use it now. */
    List<String> users() {
        Bundle[] users = registration.getReference().getUsingBundles();
        return users == null
                ? List.of()
                : Arrays.stream(users)
                        .map(Locations::moduleOf)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, arguments);
        }
        Revision revision = enter();
        try {
            Object service = revision.offered(type);
            if (service == null) {
                throw unavailable();
            }
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } finally {
            revision.lease().release();
        }
    }

    private Revision enter() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Revision revision = target;
            if (revision.lease().acquire()) {
                return revision;
            }
            Thread.onSpinWait();
        }
        throw unavailable();
    }

    private Object identity(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(this);
            default -> type.getSimpleName() + " of the live revision of " + target.module();
        };
    }

    private Problem unavailable() {
        String module = target.module();
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Inte tillgängligt just nu", "Not available at the moment"),
                        new Text(
                                "Modulen " + module + " svarar inte just nu.",
                                "The module " + module + " does not answer at the moment."))
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }
}
