package org.vaksam.kernel;

import java.util.List;
import org.osgi.framework.Bundle;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** A platform bundle that takes part in module operations, and refuses when told. */
final class FakeContribution implements Contribution {
    volatile boolean failing;
    volatile List<Change> changes = List.of();

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
}
