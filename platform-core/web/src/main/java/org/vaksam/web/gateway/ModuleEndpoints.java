package org.vaksam.web.gateway;

import jakarta.servlet.ServletConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Mount;
import org.vaksam.web.application.Application;

/** The endpoints of module revisions: each has its own resources and those that every module gets. */
final class ModuleEndpoints {
    private final Map<LiveEndpoint, Map<Class<?>, Supplier<?>>> open = new LinkedHashMap<>();
    private final Counters counters;
    private final ConcurrentMap<String, Admission> admissions = new ConcurrentHashMap<>();
    private final Supplier<Optional<Accounting>> accounting;
    private final Closer closer;
    private Map<Class<?>, Supplier<?>> everywhere = Map.of();

    ModuleEndpoints(Counters counters, Supplier<Optional<Accounting>> accounting, Closer closer) {
        this.counters = counters;
        this.accounting = accounting;
        this.closer = closer;
    }

    synchronized LiveEndpoint open(Mount mount, Lease lease, ServletConfig servlet, Map<Class<?>, Supplier<?>> own) {
        String module = mount.module();
        var endpoint = new LiveEndpoint(
                mount,
                "/api/" + module,
                lease,
                List.of(module, Holds.EVERY_MODULE),
                counters.of(module),
                admissions.computeIfAbsent(module, id -> new Admission(id, accounting)),
                application(mount, servlet, own),
                this::forget);
        open.put(endpoint, Map.copyOf(own));
        return endpoint;
    }

    /** Resources that every module gets from now on, also those that are open. */
    synchronized void everywhere(Map<Class<?>, Supplier<?>> resources, ServletConfig servlet) {
        everywhere = Map.copyOf(resources);
        open.forEach((endpoint, own) -> closer.close(endpoint.exchange(application(endpoint.mount(), servlet, own))));
    }

    private synchronized void forget(LiveEndpoint closed) {
        open.remove(closed);
    }

    private Application application(Mount mount, ServletConfig servlet, Map<Class<?>, Supplier<?>> own) {
        Map<Class<?>, Supplier<?>> all = new LinkedHashMap<>(everywhere);
        all.putAll(own);
        return new Application(mount.module() + "@" + mount.revision(), servlet, all);
    }

    /** Closes what is still open. */
    synchronized void close() {
        List.copyOf(open.keySet()).forEach(LiveEndpoint::close);
    }
}
