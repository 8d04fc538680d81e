package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import org.vaksam.spi.casework.FollowUp.StartDeadline;

/**
 * A clock of a process.
 *
 * @param when   for which records it starts with the state; empty for all
 * @param starts the state in which it starts; empty when only transitions start it
 * @param stops  states that end it
 */
public record Deadline(StartDeadline start, Optional<Condition> when, Optional<String> starts, List<String> stops) {
    /** Whether it starts when a record that says this enters the state. */
    public boolean startsWith(String state, Facts facts) {
        return starts.filter(state::equals).isPresent()
                && when.map(condition -> condition.holds(facts)).orElse(true);
    }

    public String id() {
        return start.id();
    }
}
