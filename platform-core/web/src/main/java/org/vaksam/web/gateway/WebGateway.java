package org.vaksam.web.gateway;

import jakarta.servlet.ServletConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.front.Front;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Gateway;
import org.vaksam.spi.web.Mount;
import org.vaksam.web.application.Application;

/** The gateway as the kernel and platform bundles see it: endpoints, routes, holds. */
public final class WebGateway implements Gateway, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebGateway.class);
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Front front;
    private final Tables tables;
    private final Holds holds;
    private final Counters counters;
    private final FrontHandler handler;
    private final Closer closer = new Closer();
    private final ModuleEndpoints modules;

    WebGateway(
            Front front,
            Tables tables,
            Holds holds,
            Counters counters,
            Supplier<Optional<Accounting>> accounting,
            FrontHandler handler) {
        this.front = front;
        this.tables = tables;
        this.holds = holds;
        this.counters = counters;
        this.handler = handler;
        this.modules = new ModuleEndpoints(counters, accounting, closer);
    }

    /** From now on requests come in. */
    public void start() {
        front.use(handler);
    }

    @Override
    public Endpoint open(String module, String revision, Lease lease, Map<Class<?>, Supplier<?>> resources) {
        if (!MODULE.matcher(module).matches()) {
            throw Problem.badRequest(new Text(
                    "Modulens id får bara ha små bokstäver, siffror och bindestreck: " + module,
                    "The id of a module has lower case letters, digits and hyphens only: " + module));
        }
        if (tables.current().platform().containsKey(module)) {
            throw Problem.conflict(new Text(
                    "Adressen /api/" + module + " tillhör plattformen.",
                    "The address /api/" + module + " belongs to the platform."));
        }
        return modules.open(new Mount(module, revision), lease, servlet(), resources);
    }

    @Override
    public void route(String module, Endpoint endpoint) {
        tables.change(table -> table.withModule(module, (LiveEndpoint) endpoint));
        LOG.info("/api/{} is answered by {}", module, endpoint);
    }

    @Override
    public void unroute(String module) {
        tables.change(table -> table.withModule(module, null));
        LOG.info("/api/{} is answered by nobody", module);
    }

    @Override
    public void hold(String module) {
        holds.hold(module);
    }

    @Override
    public void resume(String module) {
        holds.resume(module);
    }

    /** Resources that every module gets. */
    public void everywhere(Map<Class<?>, Supplier<?>> resources) {
        modules.everywhere(resources, servlet());
    }

    /** Opens the application of a platform bundle; {@code hold} is the name under which its requests can be held. */
    public LiveEndpoint openPlatform(String bundle, String base, String hold, Map<Class<?>, Supplier<?>> resources) {
        var mount = new Mount(bundle, "platform");
        var application = new Application(bundle + base, servlet(), resources);
        return new LiveEndpoint(
                mount,
                base,
                new Lease(),
                List.of(hold),
                counters.of(bundle),
                Admission.free(),
                application,
                closed -> {});
    }

    /** Puts one platform application in the place of another. */
    public void routePlatform(
            @Nullable LiveEndpoint before, @Nullable LiveEndpoint after, Collection<String> segments) {
        UnaryOperator<RouteTable> change = table -> table.withPlatform(before, after, segments);
        tables.change(change);
        if (before != null) {
            closer.close(before.application());
        }
    }

    public Holds holds() {
        return holds;
    }

    /** Who answers what, now. */
    public RouteTable table() {
        return tables.current();
    }

    private ServletConfig servlet() {
        try {
            return front.config();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the HTTP service", e);
        }
    }

    /** Hands requests back to the front, lets those inside finish, and closes every application. */
    @Override
    public void close() {
        front.release(handler);
        handler.close();
        holds.resumeAll();
        tables.current().endpoints().parallelStream()
                .forEach(endpoint -> endpoint.application().close(PATIENCE));
        modules.close();
        closer.close();
    }
}
