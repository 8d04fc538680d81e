package org.vaksam.kernel.visibility;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.vaksam.kernel.revision.Locations;

/** Lets two module bundles of the same name and version be installed at once: the development loop needs it. */
public final class SideBySide implements CollisionHook {
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        candidates.removeIf(Locations::isModule);
    }
}
