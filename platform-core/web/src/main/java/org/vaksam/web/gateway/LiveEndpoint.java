package org.vaksam.web.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Gateway;
import org.vaksam.spi.web.Mount;
import org.vaksam.web.application.Application;
import org.vaksam.web.http.Exchange;

/**
 * An application with an address. The application behind it can be exchanged (when resources that every module shares are
 * replaced) without anybody outside noticing; the lease stays.
 */
public final class LiveEndpoint implements Gateway.Endpoint, Destination {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mount mount;
    private final String base;
    private final Lease lease;
    private final List<String> holds;
    private final Counter counter;
    private final Admission admission;
    private volatile Tenant tenant;
    private final Consumer<LiveEndpoint> closed;

    /**
     * Gives an application an address.
     *
     * @param base  path that leads to it: {@code /api/incidents}, {@code /api} or empty
     * @param lease taken for every request
     * @param holds names under which its requests may be held
     * @param closed told when it is closed
     */
    LiveEndpoint(
            Mount mount,
            String base,
            Lease lease,
            List<String> holds,
            Counter counter,
            Admission admission,
            Application application,
            Consumer<LiveEndpoint> closed) {
        this.mount = mount;
        this.base = base;
        this.lease = lease;
        this.holds = holds;
        this.counter = counter;
        this.admission = admission;
        this.closed = closed;
        this.tenant = new Tenant(application);
    }

    public Mount mount() {
        return mount;
    }

    /** Path that leads here. */
    public String base() {
        return base;
    }

    public Application application() {
        return tenant.application;
    }

    /** From the next request on this application answers; returns the one before, still with requests inside. */
    Application exchange(Application next) {
        Application before = tenant.application;
        tenant = new Tenant(next);
        return before;
    }

    @Override
    public @Nullable Host enter() {
        Tenant now = tenant;
        if (!lease.acquire()) {
            return null;
        }
        if (!now.application.enter()) {
            lease.release();
            return null;
        }
        return now;
    }

    @Override
    public Identity identity() {
        // health answers even when the part that knows people does not
        return base.isEmpty() ? Identity.WELCOME : Identity.NEEDED;
    }

    @Override
    public boolean held(Holds all) {
        for (int i = 0; i < holds.size(); i++) {
            if (all.held(holds.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void await(Holds all) throws InterruptedException {
        for (String name : holds) {
            all.await(name);
        }
    }

    @Override
    public Counter counter() {
        return counter;
    }

    @Override
    public void close() {
        closed.accept(this);
        tenant.application.close(PATIENCE);
    }

    @Override
    public String toString() {
        return mount.module() + "@" + mount.revision();
    }

    /** The application that answers now, with what a visit of it holds. */
    private final class Tenant implements Host {
        private final Application application;

        Tenant(Application application) {
            this.application = application;
        }

        @Override
        public void serve(Exchange exchange, HttpServletResponse response) throws ServletException, IOException {
            exchange.mountedAt(mount, base);
            try (var stay = admission.enter()) {
                application.serve(exchange, response);
            }
        }

        @Override
        public void streamOpened(AsyncContext stream) {
            lease.streamOpened();
            application.streamOpened(stream);
        }

        @Override
        public void left(@Nullable AsyncContext stream) {
            if (stream != null) {
                application.streamClosed(stream);
                lease.streamClosed();
            }
            application.leave();
            lease.release();
        }
    }
}
