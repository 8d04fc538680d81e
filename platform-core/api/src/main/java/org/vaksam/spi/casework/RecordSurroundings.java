package org.vaksam.spi.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people did around records, for the read model: only what everybody may read who sees the record. A journal entry about
 * the record tells of every change of it.
 */
@ProviderType
public interface RecordSurroundings {
    /**
     * What lies around a record.
     *
     * @param openActions how many are still to be done
     * @param actions     how many there are in all
     * @param due         the earliest day on which an open one is to be done
     * @param documents   how many it has, without those that are restricted by themselves
     * @param texts       what they, comments and documents say, each text at most 200 000 characters long
     */
    record Surroundings(int openActions, int actions, Optional<LocalDate> due, int documents, List<String> texts) {
        public static final Surroundings NONE = new Surroundings(0, 0, Optional.empty(), 0, List.of());
    }

    /** Of these records; one with nothing around it may be missing. At most 1 000 ids. */
    Map<String, Surroundings> of(Collection<String> records);
}
