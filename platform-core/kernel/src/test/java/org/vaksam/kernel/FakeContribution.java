package org.vaksam.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** A platform bundle that takes part in module operations, and refuses when told. */
final class FakeContribution implements Contribution {
    /** What it has in the database, as far as an archive is concerned. */
    final List<Map<String, @Nullable Object>> notes = new CopyOnWriteArrayList<>();

    volatile boolean failing;
    volatile List<Change> changes = List.of();

    private final Transactions transactions;

    FakeContribution(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        if (failing) {
            throw new IllegalStateException("definitions are broken");
        }
        return changes.isEmpty()
                ? List.of(
                        new Change("added", "definition", module.id(), Text.same("definition of " + module.version())))
                : changes;
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        if (failing) {
            throw new IllegalStateException("definitions are broken");
        }
        return List.of(new Change("removed", "definition", module.id(), Text.same("purge: " + purge)));
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        archive.values("fake/note", notes.stream());
    }

    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        List<Map<String, @Nullable Object>> restored = archive.values("fake/note");
        transactions.afterCommit(() -> notes.addAll(restored));
        return List.of();
    }
}
