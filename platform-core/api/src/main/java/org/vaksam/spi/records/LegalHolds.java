package org.vaksam.spi.records;

import org.osgi.annotation.versioning.ProviderType;

/** Legal holds, for platform bundles that keep something about records: nothing of a held record is removed or edited away. */
@ProviderType
public interface LegalHolds {
    /**
     * Called in the transaction that removes something; until that ends, nobody places a hold on the record.
     *
     * @throws org.vaksam.api.problem.Problem 409 when the record is held
     */
    void refuseRemoval(RecordRow row);
}
