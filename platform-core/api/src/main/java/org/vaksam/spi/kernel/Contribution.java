package org.vaksam.spi.kernel;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;
import org.vaksam.api.text.Text;

/**
 * What a platform bundle does with a module in the one transaction of a module operation: definitions, permissions. Registered
 * as a service; called by the kernel on its thread, inside that transaction.
 */
@ConsumerType
public interface Contribution {
    /**
     * One line of a plan.
     *
     * @param kind   {@code added}, {@code changed}, {@code removed}
     * @param what   {@code permission}, {@code role}, {@code definition}, …
     * @param id     which
     * @param detail for people
     */
    record Change(String kind, String what, String id, Text detail) {}

    /** Puts the module's part in place; called again for the same content it changes nothing. */
    List<Change> apply(ModuleDescriptor module, Bundle bundle);

    /** The module is being uninstalled; {@code purge} also removes what people made with it. */
    List<Change> remove(ModuleDescriptor module, boolean purge);
}
