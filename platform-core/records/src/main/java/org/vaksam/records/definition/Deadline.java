package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import org.vaksam.spi.casework.FollowUp.StartDeadline;

/**
 * A clock of a process.
 *
 * @param starts the state in which it starts; empty when only transitions start it
 * @param stops  states that end it
 */
public record Deadline(StartDeadline start, Optional<String> starts, List<String> stops) {
    public String id() {
        return start.id();
    }
}
