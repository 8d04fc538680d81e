package org.vaksam.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Gateway;

/** Remembers what is routed where. */
final class FakeGateway implements Gateway {
    final Map<String, FakeEndpoint> routes = new ConcurrentHashMap<>();
    final Set<String> held = ConcurrentHashMap.newKeySet();
    final List<FakeEndpoint> open = new CopyOnWriteArrayList<>();
    volatile boolean refusing;

    /** An endpoint that counts as open until closed. */
    final class FakeEndpoint implements Endpoint {
        final String revision;
        final Set<Class<?>> resources;

        FakeEndpoint(String revision, Set<Class<?>> resources) {
            this.revision = revision;
            this.resources = resources;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    FakeEndpoint routeOf(String module) {
        return Objects.requireNonNull(routes.get(module), module);
    }

    @Override
    public Endpoint open(String module, String revision, Lease lease, Map<Class<?>, Supplier<?>> resources) {
        if (refusing) {
            throw Problem.conflict(new Text("En resurs saknar behörighet.", "A resource has no permission."));
        }
        var endpoint = new FakeEndpoint(revision, Set.copyOf(resources.keySet()));
        open.add(endpoint);
        return endpoint;
    }

    @Override
    public void route(String module, Endpoint endpoint) {
        routes.put(module, (FakeEndpoint) endpoint);
    }

    @Override
    public void unroute(String module) {
        routes.remove(module);
    }

    @Override
    public void hold(String module) {
        held.add(module);
    }

    @Override
    public void resume(String module) {
        held.remove(module);
    }
}
