package org.vaksam.web.application;

import java.util.Map;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.servlet.async.AsyncContextDelegateProviderImpl;
import org.glassfish.jersey.servlet.spi.AsyncContextDelegateProvider;
import org.vaksam.web.problem.Problems;

/** Gives every request the resource instance that is alive then; none is kept. */
final class LiveInstances extends AbstractBinder {
    private static final int RETRY_SECONDS = 5;

    private final Map<Class<?>, Supplier<?>> resources;

    LiveInstances(Map<Class<?>, Supplier<?>> resources) {
        this.resources = resources;
    }

    @Override
    protected void configure() {
        resources.forEach(this::live);
        // service look-up is off, so servlet asynchronous support is named here
        bind(AsyncContextDelegateProviderImpl.class).to(AsyncContextDelegateProvider.class);
    }

    private <T> void live(Class<T> type, Supplier<?> instances) {
        Supplier<T> present = () -> {
            Object instance = instances.get();
            if (instance == null) {
                throw Problems.unavailable(RETRY_SECONDS);
            }
            return type.cast(instance);
        };
        bindFactory(present).to(type).in(RequestScoped.class).ranked(10);
    }
}
