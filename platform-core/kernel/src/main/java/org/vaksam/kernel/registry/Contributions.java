package org.vaksam.kernel.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** What platform bundles do with a module, in an order that does not depend on who started first. */
public final class Contributions {
    private final List<Contribution> all = new CopyOnWriteArrayList<>();

    public void add(Contribution contribution) {
        all.add(contribution);
    }

    public void remove(Contribution contribution) {
        all.remove(contribution);
    }

    /** Names of those that are there; part of a plan's world. */
    public List<String> names() {
        return all.stream().map(Contributions::name).sorted().toList();
    }

    /** Everybody's part, in the thread's transaction. */
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        return each(contribution -> contribution.apply(module, bundle));
    }

    /** Everybody's part of an uninstallation, in the thread's transaction. */
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        return each(contribution -> contribution.remove(module, purge));
    }

    /** Everybody's part of an archive. */
    public void write(ModuleDescriptor module, Contribution.Sink archive) {
        all.stream()
                .sorted(Comparator.comparing(Contributions::name))
                .forEach(contribution -> contribution.write(module, archive));
    }

    /** Puts back everybody's part of an archive, in the thread's transaction. */
    public List<Change> restore(ModuleDescriptor module, Contribution.Source archive) {
        return each(contribution -> contribution.restore(module, archive));
    }

    private List<Change> each(Function<Contribution, List<Change>> work) {
        var changes = new ArrayList<Change>();
        all.stream()
                .sorted(Comparator.comparing(Contributions::name))
                .forEach(contribution -> changes.addAll(work.apply(contribution)));
        return List.copyOf(changes);
    }

    private static String name(Contribution contribution) {
        return contribution.getClass().getName();
    }
}
