package org.vaksam.casework.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;

/**
 * A clock of a record.
 *
 * @param name      its id in the definition
 * @param endedAt   empty as long as somebody has to do something, also when it is missed
 * @param reminders so long before it is due
 * @param escalate  party that is told when it is missed
 * @param extended  how many times it got more time
 */
public record Deadline(
        String id,
        String record,
        String recordType,
        String name,
        Text label,
        State state,
        Instant startedAt,
        Instant dueAt,
        Optional<Instant> endedAt,
        List<Period> reminders,
        Optional<String> escalate,
        int extended,
        int version) {

    /** How it stands. */
    public enum State {
        RUNNING,
        /** What was to be done was done in time. */
        MET,
        /** It fell due first. */
        MISSED,
        /** The record was closed without it. */
        STOPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    /** The next version. */
    Deadline in(State newState, Optional<Instant> ended) {
        return new Deadline(
                id,
                record,
                recordType,
                name,
                label,
                newState,
                startedAt,
                dueAt,
                ended,
                reminders,
                escalate,
                extended,
                version + 1);
    }

    /** The next version, which has more time. */
    Deadline until(Instant newDue) {
        return new Deadline(
                id,
                record,
                recordType,
                name,
                label,
                State.RUNNING,
                startedAt,
                newDue,
                Optional.empty(),
                reminders,
                escalate,
                extended + 1,
                version + 1);
    }
}
