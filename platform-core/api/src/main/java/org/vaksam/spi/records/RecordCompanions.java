package org.vaksam.spi.records;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a platform bundle keeps about records, and what becomes of it when records are joined. Registered as a service; called
 * by the record engine in the transaction of the change. Calls nothing of the record engine.
 */
@ConsumerType
public interface RecordCompanions {
    /**
     * Tables whose rows go along when their record is merged into another, and come back when that is undone: table of the
     * platform's schema to the column, a {@code CHAR(36)}, that says which rows belong together. That is the key of a table, or
     * the column of a further table that refers to it; both have a column {@code record_id}, and no unique key holds it.
     */
    Map<String, String> tables();

    /** The rows of these tables have gone from one record to the other. */
    default void moved(RecordRow from, RecordRow to) {}

    /**
     * A record was made out of another, which stays: copies what the new one takes along, such as documents.
     *
     * @return how much was copied
     */
    default int copied(RecordRow from, RecordRow to) {
        return 0;
    }
}
