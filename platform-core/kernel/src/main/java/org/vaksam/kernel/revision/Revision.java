package org.vaksam.kernel.revision;

import java.net.URL;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.spi.data.PersistenceUnits.Unit;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Gateway.Endpoint;

/** Everything the platform holds for one running bundle of a module. */
public final class Revision {
    /** Id of the condition that background work of a module waits for; only its owner can see it. */
    public static final String LIVE = "module.live";

    private final ModuleFile file;
    private final Bundle bundle;
    private final Lease lease = new Lease();
    private final AtomicBoolean ended = new AtomicBoolean();
    private Optional<Unit> unit = Optional.empty();
    private volatile RevisionServices services = RevisionServices.none();
    private volatile Optional<Endpoint> endpoint = Optional.empty();
    private @Nullable ServiceRegistration<Condition> live;

    Revision(ModuleFile file, Bundle bundle) {
        this.file = file;
        this.bundle = bundle;
    }

    public ModuleFile file() {
        return file;
    }

    /** Id of the module. */
    public String module() {
        return file.module();
    }

    /** Version and short hash. */
    public String name() {
        return file.revision();
    }

    public Bundle bundle() {
        return bundle;
    }

    /** Counts whoever uses it. */
    public Lease lease() {
        return lease;
    }

    /** REST resources: class to the live instance. */
    Map<Class<?>, Supplier<?>> resources() {
        return Collections.unmodifiableMap(services.resources());
    }

    /** Interfaces that other modules may use. */
    public Set<Class<?>> offers() {
        return services.offers().keySet();
    }

    /** The live instance behind an offered interface; null when it did not come back in time. */
    public @Nullable Object offered(Class<?> type) {
        Slot slot = services.offers().get(type);
        return slot == null ? null : slot.get();
    }

    /** A file of the bundle. */
    public Optional<URL> entry(String path) {
        return Optional.ofNullable(bundle.getEntry(path));
    }

    /** Its background work may run now. */
    public synchronized void goLive() {
        if (live == null) {
            var properties = new Hashtable<String, Object>();
            properties.put(Condition.CONDITION_ID, LIVE);
            live = bundle.getBundleContext().registerService(Condition.class, Condition.INSTANCE, properties);
        }
    }

    /** Its background work stops; when the framework ends, that has happened already. */
    public synchronized void goQuiet() {
        ServiceRegistration<Condition> registration = live;
        live = null;
        if (registration != null && bundle.getState() == Bundle.ACTIVE) {
            registration.unregister();
        }
    }

    /** True for the one who is to end it. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    void hold(Optional<Unit> opened) {
        unit = opened;
    }

    void hold(RevisionServices collected) {
        services = collected;
    }

    void hold(Endpoint opened) {
        endpoint = Optional.of(opened);
    }

    Optional<Unit> unit() {
        return unit;
    }

    RevisionServices services() {
        return services;
    }

    Optional<Endpoint> endpoint() {
        return endpoint;
    }

    /** The gateway that made the endpoint is gone. */
    void forgetEndpoint() {
        endpoint = Optional.empty();
    }

    @Override
    public String toString() {
        return file.module() + "@" + name() + " [" + bundle.getBundleId() + "]";
    }
}
