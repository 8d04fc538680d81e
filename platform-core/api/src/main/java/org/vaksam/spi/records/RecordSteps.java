package org.vaksam.spi.records;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** When records came from one state into another. Tells of states only, so that it may be known without the record. */
@ProviderType
public interface RecordSteps {
    /**
     * A change of state.
     *
     * @param from  the state before, the first of all that the record was made in
     * @param phase {@code open} or {@code closed}, of the new state
     */
    record Step(String from, String to, String phase, Instant at) {}

    /** Of these records, the oldest first; one that never changed its state is missing. At most 1 000 ids. */
    Map<String, List<Step>> of(Collection<String> records);

    /** Whether what happened before steps were written down has been gathered from the journal. */
    boolean complete();
}
