package org.vaksam.kernel.boot;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.operation.Running;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.kernel.revision.Revision;

/**
 * Makes the running modules what the registry says: each comes fresh from the store, and the framework's own copies go. A
 * module that cannot run becomes dormant with the reason and never hinders the others.
 */
public final class BootRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(BootRecovery.class);

    private final Registry registry;
    private final ModuleStore store;
    private final ModuleFileReader reader;
    private final Running running;

    public BootRecovery(Registry registry, ModuleStore store, ModuleFileReader reader, Running running) {
        this.registry = registry;
        this.store = store;
        this.reader = reader;
        this.running = running;
    }

    /** The start of the platform, or of this bundle. */
    public void recover() {
        long start = System.nanoTime();
        removeCopies();
        wake();
        LOG.info(
                "{} module(s) live, {} dormant after {} ms",
                running.live().all().size(),
                running.live().dormant().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Another try for everything that should run and does not. */
    public void wake() {
        List<Sleeper> prepared = registry.rows().stream()
                .filter(RegistryRow::isLive)
                .filter(row -> running.live().find(row.id()).isEmpty())
                .map(this::prepare)
                .flatMap(Optional::stream)
                .map(revision -> new Sleeper(revision, running))
                .toList();
        Rounds.settle(prepared);
    }

    /** What the framework kept is a copy that nobody has verified. */
    private void removeCopies() {
        for (Bundle bundle : running.bundles().all()) {
            LOG.debug("{} comes from an earlier time: removed", bundle.getLocation());
            running.bundles().remove(bundle);
        }
    }

    private Optional<Revision> prepare(RegistryRow row) {
        try {
            ModuleFile file = reader.read(store.verified(row.sha()));
            return Optional.of(running.stager().prepare(file));
        } catch (InvalidModuleFile e) {
            LOG.error("{} stays dormant", row.id(), e);
            running.live().sleep(row.id(), e.reasons().get(0));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} stays dormant", row.id(), e);
            running.live().sleep(row.id(), Refusal.explain(e));
        }
        return Optional.empty();
    }
}
