package org.vaksam.casework.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.spi.records.RecordRow;

/** Tells people, in the thread's transaction: they are told exactly when what they are told of has happened. */
public interface Telling {
    /** Why somebody is told. */
    enum Why {
        DEADLINE,
        ESCALATION,
        ACTION
    }

    /**
     * Tells one person, who may know of it.
     *
     * @param record id of the record it is about
     */
    void person(String account, Why why, Optional<String> record, String template, Map<String, String> values);

    /** Tells parties of a record (see {@link org.vaksam.spi.casework.FollowUp}), those who may see it. */
    void parties(RecordRow row, Why why, List<String> parties, String template, Map<String, String> values);
}
