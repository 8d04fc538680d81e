package org.vaksam.spi.records;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** With whom single records are shared. A party is the id of an account, or of a unit and so whoever works there. */
@ProviderType
public interface RecordShares {
    /** Nobody shares anything. */
    RecordShares NONE = new RecordShares() {
        @Override
        public boolean isSharedWith(String record, Set<String> parties) {
            return false;
        }

        @Override
        public Map<String, List<Share>> of(Collection<String> records) {
            return Map.of();
        }

        @Override
        public LocalDate today() {
            return LocalDate.EPOCH;
        }
    };

    /**
     * One record for one party.
     *
     * @param until last day on which it is seen
     */
    record Share(String party, LocalDate until) {}

    /** Whether the record is shared with one of these parties today. In the thread's transaction if there is one. */
    boolean isSharedWith(String record, Set<String> parties);

    /** Shares by record, those that have ended among them; records that were never shared are left out. */
    Map<String, List<Share>> of(Collection<String> records);

    /** The day that shares go by at this moment. */
    LocalDate today();
}
