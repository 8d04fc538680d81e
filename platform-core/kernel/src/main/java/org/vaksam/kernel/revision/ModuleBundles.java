package org.vaksam.kernel.revision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** The framework's side of a module: the only place that installs, resolves, starts and uninstalls module bundles. */
public final class ModuleBundles {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);
    private static final long REFRESH_SECONDS = 5;

    private final BundleContext context;

    public ModuleBundles(BundleContext context) {
        this.context = context;
    }

    /** All module bundles, whoever left them. */
    public List<Bundle> all() {
        return Arrays.stream(context.getBundles()).filter(Locations::isModule).toList();
    }

    /** Installs a file beside whatever is there. */
    public Bundle install(ModuleFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            Bundle bundle = context.installBundle(Locations.free(context, file), in);
            int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
            if (level > 0) {
                bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            }
            return bundle;
        } catch (BundleException e) {
            throw notABundle(e);
        } catch (IOException e) {
            throw new IllegalStateException("The module store cannot be read", e);
        }
    }

    /** Resolves, or says what is missing. */
    public void resolve(Bundle bundle) {
        if (!framework().resolveBundles(Set.of(bundle))) {
            throw UnmetRequirements.of(bundle, framework());
        }
    }

    /** Starts without the framework remembering it: the registry decides what runs. */
    void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw Refusal.of(
                            new Text(
                                    "Modulen startar inte: " + Refusal.deepest(e) + ".",
                                    "The module does not start: " + Refusal.deepest(e) + "."),
                            new Text("Rätta modulen och planera igen.", "Correct the module and plan again."))
                    .causedBy(e);
        }
    }

    void stop(Bundle bundle) throws BundleException {
        if (bundle.getState() != Bundle.UNINSTALLED) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
    }

    /** Uninstalls and lets go of the class loader; no other bundle is touched. */
    public void remove(Bundle bundle) {
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
            refresh(bundle);
        } catch (BundleException e) {
            LOG.warn("{} could not be removed; the next start will", bundle.getLocation(), e);
        }
    }

    /** Other bundles that would be restarted together with this one; none as long as modules export nothing. */
    public List<Bundle> blastRadius(Bundle bundle) {
        Collection<Bundle> closure = framework().getDependencyClosure(Set.of(bundle));
        return closure.stream().filter(each -> !each.equals(bundle)).toList();
    }

    private void refresh(Bundle bundle) {
        var done = new CountDownLatch(1);
        framework().refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} was not refreshed within {} s", bundle.getLocation(), REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FrameworkWiring framework() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }

    private static Problem notABundle(BundleException cause) {
        return Refusal.of(
                        new Text(
                                "Filen är inget giltigt OSGi-paket: " + cause.getMessage() + ".",
                                "The file is no valid OSGi bundle: " + cause.getMessage() + "."),
                        new Text(
                                "Bygg den med modulernas gemensamma Maven-förälder.",
                                "Build it with the modules' common Maven parent."))
                .causedBy(cause);
    }
}
