package org.vaksam.casework.deadline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.alarm.Alarm;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.follow.Telling;
import org.vaksam.casework.follow.Telling.Why;
import org.vaksam.spi.records.RecordRow;

/** Writes down and tells that a deadline comes close, or was missed. */
@Component(service = MissedDeadline.class)
public final class MissedDeadline {
    private static final String MANAGER = "manager-of-unit";

    private final Telling telling;
    private final OrganisationCalendar calendar;
    private final Journal journal;

    @Activate
    public MissedDeadline(
            @Reference Telling telling, @Reference OrganisationCalendar calendar, @Reference Journal journal) {
        this.telling = telling;
        this.calendar = calendar;
        this.journal = journal;
    }

    /** It comes close. */
    void remind(Deadline deadline, RecordRow row, Alarm alarm, Instant now) {
        Map<String, Object> late = late(Alarm.isLate(alarm.planned(), now), now);
        journal.append(Deadlines.entry("deadline.reminded", deadline, late));
        telling.parties(row, Why.DEADLINE, List.of(owner(row)), "deadline-reminder", values(deadline, row));
    }

    /** It was missed: whoever works with the record is told, and the party that the process names. */
    void tell(Deadline deadline, RecordRow row, Instant now) {
        boolean isLate = Alarm.isLate(deadline.dueAt(), now);
        journal.append(Deadlines.entry("deadline.missed", deadline, late(isLate, now)));
        telling.parties(row, Why.DEADLINE, List.of(owner(row)), "deadline-overdue", values(deadline, row));
        deadline.escalate().ifPresent(party -> {
            journal.append(Deadlines.entry("deadline.escalated", deadline, Map.of("to", party)));
            telling.parties(row, Why.ESCALATION, List.of(party), "deadline-escalated", values(deadline, row));
        });
    }

    private static String owner(RecordRow row) {
        return row.assignee().isPresent() ? "assignee" : MANAGER;
    }

    private Map<String, String> values(Deadline deadline, RecordRow row) {
        return Map.of(
                "number", row.number(),
                "label.sv", deadline.label().sv(),
                "label.en", deadline.label().en(),
                "due", calendar.words(deadline.dueAt()));
    }

    /** Says when it was noticed, if that was long after. */
    private static Map<String, Object> late(boolean isLate, Instant now) {
        Map<String, Object> data = new HashMap<>();
        if (isLate) {
            data.put("late", true);
            data.put("noticedAt", now.toString());
        }
        return data;
    }
}
