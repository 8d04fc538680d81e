package org.vaksam.spi.records;

import org.osgi.annotation.versioning.ProviderType;

/** What this thread's caller may do with single assets, for platform bundles that keep something about them. */
@ProviderType
public interface AssetRights {
    /** An asset that the caller may see, and whether they may change it. */
    record Standing(String id, String name, boolean mayChange) {}

    /**
     * By id or external key.
     *
     * @throws org.vaksam.api.problem.Problem 404 when it is missing or the caller may not see it
     */
    Standing require(String idOrKey);
}
