package org.vaksam.spi.casework;

import org.osgi.annotation.versioning.ProviderType;

/** The actions of a record, as the requirements of transitions ask for them. Reads on the thread's transaction if there is one. */
@ProviderType
public interface RecordActions {
    /**
     * How many actions a record has.
     *
     * @param open proposed, decided, in progress, or done and not yet verified where that is asked for
     * @param done finished for good; rejected ones count nowhere
     */
    record Tally(int open, int done) {}

    /** By the id of the record. */
    Tally of(String recordId);
}
