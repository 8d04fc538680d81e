package org.vaksam.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.casework.Notices;
import org.vaksam.spi.front.Front;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Gateway;
import org.vaksam.spi.web.GatewayMetrics;
import org.vaksam.web.gateway.Assembled;
import org.vaksam.web.gateway.Surroundings;
import org.vaksam.web.platform.PlatformApplications;
import org.vaksam.web.platform.ResourceTracker;

/**
 * The gateway as a service. Depends on nothing but the front: whatever else it works with may be replaced while it runs. Starts
 * on a thread of its own, because the front may still be waiting for the HTTP service.
 */
@Component(
        service = {Gateway.class, GatewayMetrics.class},
        immediate = true)
public final class GatewayComponent implements Gateway, GatewayMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayComponent.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Tracked<Authenticator> authenticator;
    private final Tracked<Modules> modules;
    private final Tracked<LiveModules> liveModules;
    private final Tracked<RecordTypes> recordTypes;
    private final Tracked<RecordSource> records;
    private final Tracked<Units> units;
    private final Tracked<RecordShares> shares;
    private final Tracked<Notices> notices;
    private final Tracked<JournalFeed> journal;
    private final Tracked<Accounting> accounting;
    private final FrameworkStartLevel startLevel;
    private final Front front;
    private final Assembled assembled;
    private final PlatformApplications applications;
    private final ResourceTracker resources;
    private final SiteTracker sites;
    private final ServiceRegistration<JournalFollower> follower;
    private final Thread starter = new Thread(this::start, "vaksam-web-start");

    @Activate
    public GatewayComponent(BundleContext context, @Reference Front front) {
        FirstLook.take();
        this.front = front;
        startLevel = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        authenticator = new Tracked<>(context, Authenticator.class);
        modules = new Tracked<>(context, Modules.class);
        liveModules = new Tracked<>(context, LiveModules.class);
        recordTypes = new Tracked<>(context, RecordTypes.class);
        records = new Tracked<>(context, RecordSource.class);
        units = new Tracked<>(context, Units.class);
        shares = new Tracked<>(context, RecordShares.class);
        notices = new Tracked<>(context, Notices.class);
        journal = new Tracked<>(context, JournalFeed.class);
        accounting = new Tracked<>(context, Accounting.class);
        assembled = new Assembled(
                front,
                new Surroundings(
                        authenticator,
                        modules,
                        liveModules,
                        recordTypes,
                        records,
                        units,
                        shares,
                        notices,
                        journal,
                        accounting,
                        this::isComplete),
                HEARTBEAT);
        follower = context.registerService(JournalFollower.class, assembled.follower(), null);
        applications = new PlatformApplications(assembled.gateway());
        resources = new ResourceTracker(context, applications);
        sites = new SiteTracker(context, assembled.sites());
        starter.start();
    }

    /** The platform's bundles have start levels below that of bundles nobody gave one. */
    private boolean isComplete() {
        return startLevel.getStartLevel() >= startLevel.getInitialBundleStartLevel() && applications.isSettled();
    }

    private void start() {
        try {
            // whoever registers resources must not have to wait for the HTTP service
            front.config();
            sites.open();
            resources.open();
            applications.start();
            assembled.gateway().start();
            LOG.info("the gateway answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the gateway does not answer: {}", e.getMessage(), e);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        follower.unregister();
        starter.interrupt();
        starter.join(Duration.ofSeconds(5).toMillis());
        assembled.close();
        applications.close();
        resources.close();
        sites.close();
        List.of(authenticator, modules, liveModules, recordTypes, records, units, shares, notices, journal, accounting)
                .forEach(Tracked::close);
    }

    @Override
    public Endpoint open(String module, String revision, Lease lease, Map<Class<?>, Supplier<?>> classes) {
        return assembled.gateway().open(module, revision, lease, classes);
    }

    @Override
    public void route(String module, Endpoint endpoint) {
        assembled.gateway().route(module, endpoint);
    }

    @Override
    public void unroute(String module) {
        assembled.gateway().unroute(module);
    }

    @Override
    public void hold(String module) {
        assembled.gateway().hold(module);
    }

    @Override
    public void resume(String module) {
        assembled.gateway().resume(module);
    }

    @Override
    public List<Line> lines() {
        return assembled.metrics().lines();
    }

    @Override
    public int streams() {
        return assembled.metrics().streams();
    }
}
