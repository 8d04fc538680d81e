package org.vaksam.spi.casework;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.spi.records.RecordRow;

/** Carries out what follows from a change of a record. Called by the record engine in the transaction of the change. */
@ProviderType
public interface FollowUps {
    /**
     * Writes down what follows, so that it stands or falls with the change; mails are sent and clocks are watched later, by
     * whoever looks after them. Calls nothing of the record engine.
     *
     * @param record as it is after the change
     */
    void follow(RecordRow record, List<FollowUp> followUps);
}
