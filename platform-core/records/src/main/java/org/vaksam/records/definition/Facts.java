package org.vaksam.records.definition;

import java.time.Instant;
import java.util.Optional;

/** What a condition asks of a record. */
public interface Facts {
    /** The value of a field of the kind or of every record. */
    Optional<Object> value(String field);

    /** Whether the record's unit is this one (a code or an id) or lies below it. */
    boolean unitWithin(String unit);

    /** The time now. */
    Instant now();
}
