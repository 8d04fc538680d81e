package org.vaksam.records.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.casework.FollowUp;

/** What a transition does besides moving the record. */
public sealed interface Effect {
    /** The record is given to somebody. */
    record Assign(Assignment to) implements Effect {}

    /** The record is given to somebody by the routes of its definition. */
    record Route() implements Effect {}

    /**
     * Fields get values.
     *
     * @param members as in a merge patch of the record
     */
    record Set(Map<String, @Nullable Object> members) implements Effect {}

    /** A deadline of the definition starts. */
    record Start(String deadline) implements Effect {}

    /** Something that others carry out as it stands. */
    record Follow(FollowUp followUp) implements Effect {}
}
