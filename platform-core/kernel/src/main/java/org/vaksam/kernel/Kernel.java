package org.vaksam.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.kernel.boot.BootRecovery;
import org.vaksam.kernel.boot.GatewayArrival;
import org.vaksam.kernel.file.StoreSweeper;
import org.vaksam.kernel.operation.Listeners;
import org.vaksam.kernel.operation.OperationLock;
import org.vaksam.kernel.operation.Running;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.web.Gateway;

/** The kernel's life: from the registry to running modules, through gateways that come and go, to its end. */
final class Kernel {
    private static final Logger LOG = LoggerFactory.getLogger(Kernel.class);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final KernelThreads threads;
    private final OperationLock lock;
    private final Registry registry;
    private final Running running;
    private final BootRecovery recovery;
    private final GatewayArrival arrival;
    private final StoreSweeper sweeper;
    private final Listeners listeners;
    private final AtomicInteger arriving = new AtomicInteger();

    Kernel(
            KernelThreads threads,
            OperationLock lock,
            Registry registry,
            Running running,
            BootRecovery recovery,
            StoreSweeper sweeper,
            Listeners listeners) {
        this.threads = threads;
        this.lock = lock;
        this.registry = registry;
        this.running = running;
        this.recovery = recovery;
        this.arrival = new GatewayArrival(running);
        this.sweeper = sweeper;
        this.listeners = listeners;
    }

    /** Begins recovery on a thread of its own: this may be called inside somebody's service event. */
    void start() {
        threads.work(() -> {
            lock.maintain(recovery::recover);
            lock.open();
            sweeper.sweep();
            listeners.tell();
        });
    }

    boolean isRecovered() {
        return lock.isOpen() && arriving.get() == 0;
    }

    /** Requests wait from this moment until the modules are routed. */
    void gatewayArrived(Gateway gateway) {
        arriving.incrementAndGet();
        registry.rows().stream().filter(RegistryRow::isLive).forEach(row -> gateway.hold(row.id()));
        threads.work(() -> {
            try {
                lock.maintain(() -> attach(gateway));
            } finally {
                arriving.decrementAndGet();
            }
            listeners.tell();
        });
    }

    void gatewayGone(Gateway gateway) {
        running.routes().leave(gateway);
    }

    /** After an operation: modules that waited for it may wake. */
    void changed() {
        recovery.wake();
        sweeper.sweep();
        listeners.tell();
    }

    /** Requests wait for the next kernel; what is under way ends; the bundles stay, stopped. */
    void stop() throws InterruptedException {
        lock.close();
        threads.stop();
        running.live().all().forEach(revision -> running.routes().hold(revision.module()));
        for (Revision revision : running.live().all()) {
            if (!revision.lease().quiet(PATIENCE_AT_END)) {
                LOG.warn(
                        "{} is stopped in the middle of {} use(s)",
                        revision,
                        revision.lease().count());
            }
        }
        running.services().withdrawAll();
        running.retirement().endAll();
        running.live().all().forEach(revision -> {
            revision.lease().retire();
            running.disposal().release(revision);
        });
    }

    private void attach(Gateway gateway) {
        arrival.attach(gateway);
        recovery.wake();
        registry.rows().forEach(row -> gateway.resume(row.id()));
    }
}
