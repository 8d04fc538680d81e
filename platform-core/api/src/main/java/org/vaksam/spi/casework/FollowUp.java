package org.vaksam.spi.casework;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;

/**
 * What a definition says follows from a change of a record. A <em>party</em> is {@code assignee}, {@code reporter},
 * {@code manager-of-unit} or a role's id, which means whoever has that role nearest to the record's unit.
 */
public sealed interface FollowUp {
    /**
     * Somebody gets something to do.
     *
     * @param responsible party
     * @param due         so long after the change; no due date when empty
     */
    record NewAction(Text title, String responsible, Optional<Period> due) implements FollowUp {}

    /**
     * A clock starts; one of the same id that runs already goes on.
     *
     * @param remind   so long before the due time
     * @param escalate party that is told when it is overdue
     */
    record StartDeadline(String id, Text label, Period due, List<Period> remind, Optional<String> escalate)
            implements FollowUp {}

    /** The clock of this id stops, met or missed. Nothing happens when it does not run. */
    record StopDeadline(String id) implements FollowUp {}

    /**
     * Parties are told.
     *
     * @param template what they are told, for example {@code closed}; the platform's own are {@code assigned} and {@code routed}
     */
    record Notice(List<String> to, String template) implements FollowUp {}

    /** A partner sees the record from now on; {@code unit} is the partner's code in the organisation. */
    record Share(String unit) implements FollowUp {}
}
