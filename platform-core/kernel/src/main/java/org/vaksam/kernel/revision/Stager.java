package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.spi.data.PersistenceUnits;

/** Builds a revision beside the live one, invisible to requests and to other bundles. */
public final class Stager {
    /** How long the components of a module may take to be satisfied. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long POLL_MILLIS = 5;

    private final BundleContext context;
    private final ModuleBundles bundles;
    private final PersistenceUnits units;
    private final ComponentWatch components;
    private final Routes routes;
    private final Disposal disposal;
    private final ForeignCode foreign;

    public Stager(
            BundleContext context,
            ModuleBundles bundles,
            PersistenceUnits units,
            ComponentWatch components,
            Routes routes,
            Disposal disposal,
            ForeignCode foreign) {
        this.context = context;
        this.bundles = bundles;
        this.units = units;
        this.components = components;
        this.routes = routes;
        this.disposal = disposal;
        this.foreign = foreign;
    }

    /** The whole way; whatever fails leaves nothing behind. */
    public Revision stage(ModuleFile file) {
        Revision revision = prepare(file);
        complete(revision, PATIENCE);
        return revision;
    }

    /** Installed, resolved, its persistence unit open, started: its components may still wait for services of others. */
    public Revision prepare(ModuleFile file) {
        Bundle bundle = bundles.install(file);
        var revision = new Revision(file, bundle);
        return guarded(revision, () -> {
            bundles.resolve(bundle);
            revision.hold(units.open(bundle, revision.lease()));
            foreign.start(revision, () -> bundles.start(bundle));
        });
    }

    /** Whether {@link #complete} would not have to wait. */
    public boolean isReady(Revision revision) {
        return components.missing(revision.bundle()).isEmpty();
    }

    /** Its components satisfied, its services collected, its endpoint open. */
    public void complete(Revision revision, Duration patience) {
        guarded(revision, () -> {
            awaitComponents(revision, patience);
            foreign.start(revision, () -> revision.hold(RevisionServices.of(revision.bundle(), context)));
            routes.open(revision);
        });
    }

    /** Ends a revision that will not go live. */
    public void discard(Revision revision) {
        disposal.dispose(revision);
    }

    private Revision guarded(Revision revision, Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
            return revision;
        } finally {
            if (!done) {
                disposal.dispose(revision);
            }
        }
    }

    private void awaitComponents(Revision revision, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<Text> missing = components.missing(revision.bundle());
        while (!missing.isEmpty()) {
            if (System.nanoTime() > end) {
                throw unsatisfied(missing);
            }
            pause();
            missing = components.missing(revision.bundle());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(
                    new Text("Arbetet avbröts.", "The work was interrupted."), new Text("Försök igen.", "Try again."));
        }
    }

    private static RuntimeException unsatisfied(List<Text> missing) {
        return Refusal.of(
                new Text(
                        "Modulen får inte de tjänster den behöver: "
                                + String.join(
                                        "; ", missing.stream().map(Text::sv).toList()) + ".",
                        "The module does not get the services it needs: "
                                + String.join(
                                        "; ", missing.stream().map(Text::en).toList()) + "."),
                new Text(
                        "Installera modulen som ger tjänsten först, eller rätta modulen.",
                        "Install the module that provides the service first, or correct the module."));
    }
}
