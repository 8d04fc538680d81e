package org.vaksam.spi.records;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a platform bundle keeps about records, and what becomes of it when records are joined. Registered as a service; called
 * by the record engine in the transaction of the change. Calls nothing of the record engine.
 */
@ConsumerType
public interface RecordCompanions {
    /**
     * Tables whose rows go along when their record is merged into another, and come back when that is undone: in the platform's
     * schema, with a key {@code id CHAR(36)} and a column {@code record_id}. No other key of theirs may hold {@code record_id}.
     */
    Set<String> tables();

    /** Further such tables without an {@code id}: table to its column that refers to the {@code id} of another's row. */
    default Map<String, String> parts() {
        return Map.of();
    }

    /** The rows of these tables have gone from one record to the other. */
    default void moved(RecordRow from, RecordRow to) {}

    /**
     * A record is made out of another, which stays: copies what the new one takes along, such as documents. The new one is not
     * stored yet.
     *
     * @return id of each copy by the id of what it was copied from
     */
    default Map<String, String> copied(RecordRow from, RecordRow to) {
        return Map.of();
    }
}
