package org.vaksam.spi.kernel;

import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.spi.accounting.Limits;

/** Sets what modules are allowed: in force at once and after every restart, until the module's data are removed. */
@ProviderType
public interface ModuleLimits {
    /** Sets all limits of an installed module, in the journal too; a {@code Problem} (404) when there is no such module. */
    void limit(String module, Limits limits);
}
