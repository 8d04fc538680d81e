package org.vaksam.web.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.web.gateway.LiveEndpoint;
import org.vaksam.web.gateway.WebGateway;

/**
 * One application for each platform bundle, made when its resources are there and made anew when they change. While a bundle
 * is being replaced, requests for it wait; other bundles notice nothing.
 */
public final class PlatformApplications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformApplications.class);

    private record Key(long bundle, Resource.Mounting mounting) {}

    /**
     * How long to wait for more before acting.
     *
     * @param arrived after a resource came
     * @param missing after one went that others of its bundle have outlived
     * @param gone    after the last one of a bundle went
     */
    record Delays(Duration arrived, Duration missing, Duration gone) {
        static final Delays USUAL = new Delays(Duration.ofMillis(150), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    private final WebGateway gateway;
    private final Delays delays;
    private final Map<Key, Part> parts = new LinkedHashMap<>();
    private final Map<Key, ScheduledFuture<?>> planned = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-web-platform");
        thread.setDaemon(true);
        return thread;
    });
    private boolean started;

    public PlatformApplications(WebGateway gateway) {
        this(gateway, Delays.USUAL);
    }

    PlatformApplications(WebGateway gateway, Delays delays) {
        this.gateway = gateway;
        this.delays = delays;
    }

    /** Makes the applications of everything that is there, without waiting for more. */
    public synchronized void start() {
        started = true;
        Map.copyOf(parts).keySet().forEach(this::settle);
    }

    /** Whether everything that is there is mounted. */
    public boolean isSettled() {
        return planned.isEmpty();
    }

    synchronized void add(Resource resource) {
        var key = new Key(resource.bundle(), resource.mounting());
        Part part = parts.computeIfAbsent(key, k -> new Part(resource));
        part.add(resource);
        plan(key, part.isComplete() ? delays.arrived : delays.missing);
    }

    synchronized void remove(Resource resource) {
        var key = new Key(resource.bundle(), resource.mounting());
        Part part = parts.get(key);
        if (part == null) {
            return;
        }
        part.remove(resource);
        if (part.isEmpty()) {
            gateway.holds().hold(part.hold());
            plan(key, delays.gone);
        } else {
            plan(key, delays.missing);
        }
    }

    private void plan(Key key, Duration delay) {
        if (!started || timer.isShutdown()) {
            return;
        }
        ScheduledFuture<?> earlier =
                planned.put(key, timer.schedule(() -> settle(key), delay.toMillis(), TimeUnit.MILLISECONDS));
        if (earlier != null) {
            earlier.cancel(false);
        }
    }

    private synchronized void settle(Key key) {
        Part part = parts.get(key);
        if (part == null) {
            planned.remove(key);
            return;
        }
        try {
            if (key.mounting() == Resource.Mounting.EVERY_MODULE) {
                shareWithModules(part);
            } else {
                exchange(part);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the REST resources of {} are not mounted: {}", part.bundle(), e.getMessage(), e);
        } finally {
            if (part.isEmpty()) {
                parts.remove(key);
            }
            gateway.holds().resume(part.hold());
            planned.remove(key);
        }
    }

    private void exchange(Part part) {
        Map<Class<?>, Supplier<?>> present = part.present();
        LiveEndpoint before = part.endpoint();
        if (before != null && before.application().resources().equals(present.keySet())) {
            return;
        }
        LiveEndpoint after = present.isEmpty()
                ? null
                : gateway.openPlatform(part.bundle(), part.mounting().base(), part.hold(), present);
        gateway.routePlatform(before, after, part.presentSegments());
        part.builtOf(present.keySet(), after);
        LOG.info("{} answers {}/{}", part.bundle(), part.mounting().base(), part.presentSegments());
    }

    private void shareWithModules(Part changed) {
        changed.builtOf(changed.present().keySet(), null);
        Map<Class<?>, Supplier<?>> all = new LinkedHashMap<>();
        parts.values().stream()
                .filter(part -> part.mounting() == Resource.Mounting.EVERY_MODULE)
                .forEach(part -> all.putAll(part.present()));
        gateway.everywhere(all);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
