package org.vaksam.casework.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.alarm.Alarm;
import org.vaksam.casework.alarm.AlarmTable;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.deadline.Deadline.State;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;

/** Starts and stops the clocks of records, and gives them more time. */
@Component(service = Deadlines.class)
public final class Deadlines {
    private static final int LONGEST_REASON = 1_000;

    private final DeadlineTable table;
    private final AlarmTable alarms;
    private final MissedDeadline missed;
    private final RecordAccess records;
    private final OrganisationCalendar calendar;
    private final Journal journal;

    @Activate
    public Deadlines(
            @Reference DeadlineTable table,
            @Reference AlarmTable alarms,
            @Reference MissedDeadline missed,
            @Reference RecordAccess records,
            @Reference OrganisationCalendar calendar,
            @Reference Journal journal) {
        this.table = table;
        this.alarms = alarms;
        this.missed = missed;
        this.records = records;
        this.calendar = calendar;
        this.journal = journal;
    }

    /** A clock starts, in the transaction of the record's change; one of the same id that runs already goes on. */
    public void start(RecordRow row, FollowUp.StartDeadline wanted) {
        table.database().write(sql -> {
            if (DeadlineTable.open(sql, row.id(), wanted.id()).isEmpty()) {
                Instant now = calendar.now();
                var deadline = new Deadline(
                        Ids.next(),
                        row.id(),
                        row.type(),
                        wanted.id(),
                        wanted.label(),
                        State.RUNNING,
                        now,
                        calendar.after(now, wanted.due()),
                        Optional.empty(),
                        wanted.remind(),
                        wanted.escalate(),
                        0,
                        1);
                DeadlineTable.insert(sql, deadline);
                schedule(sql, deadline, now);
                journal.append(entry("deadline.started", deadline, Map.of()));
            }
            return true;
        });
    }

    /** The clock stops, met or missed; nothing happens when it does not run. */
    public void stop(RecordRow row, FollowUp.StopDeadline wanted) {
        table.database().write(sql -> {
            for (Deadline open : DeadlineTable.open(sql, row.id(), wanted.id())) {
                stop(sql, row, DeadlineTable.lock(sql, open.id()).orElseThrow());
            }
            return true;
        });
    }

    private void stop(Sql sql, RecordRow row, Deadline deadline) throws SQLException {
        Instant now = calendar.now();
        alarms.clear(sql, deadline.id());
        if (deadline.state() == State.RUNNING && deadline.dueAt().isBefore(now)) {
            missed.tell(deadline, row, now);
            DeadlineTable.update(sql, deadline.in(State.MISSED, Optional.of(now)));
        } else if (deadline.state() == State.RUNNING) {
            DeadlineTable.update(sql, deadline.in(State.MET, Optional.of(now)));
            journal.append(entry("deadline.met", deadline, Map.of()));
        } else {
            DeadlineTable.update(sql, deadline.in(State.MISSED, Optional.of(now)));
            journal.append(entry("deadline.ended", deadline, Map.of()));
        }
    }

    /** Of a record that the caller may see. */
    public List<Deadline> of(RecordRow row) {
        return table.of(row.id());
    }

    /** Of a record that the caller may see. */
    public Deadline read(String id) {
        Deadline deadline = table.find(id).orElseThrow(Deadlines::missing);
        records.require(deadline.record());
        return deadline;
    }

    /** More time, for a reason, by whoever may handle the record. A missed one runs again. */
    public Deadline extend(String id, IntPredicate expected, Input input) {
        Optional<Instant> wanted = input.time("dueAt");
        String reason = input.requiredLines("reason", LONGEST_REASON);
        if (wanted.isEmpty() && !input.has("dueAt")) {
            input.missing("dueAt");
        }
        RecordRow row =
                records.require(table.find(id).orElseThrow(Deadlines::missing).record());
        records.requireHandle(row);
        return table.database().write(sql -> {
            Deadline before = DeadlineTable.lock(sql, id).orElseThrow(Deadlines::missing);
            EntityTags.check(expected, before.version());
            if (!before.isOpen()) {
                throw Problem.conflict(new Text("Fristen är redan avslutad.", "The deadline has ended."))
                        .withNext(new Text("Läs posten igen.", "Read the record again."));
            }
            Instant now = calendar.now();
            if (wanted.isPresent()
                    && !(wanted.get().isAfter(before.dueAt()) && wanted.get().isAfter(now))) {
                input.wrong(
                        "dueAt",
                        "Ska vara senare än både nu och den frist som gäller.",
                        "Must be later than both now and the present deadline.");
            }
            input.check();
            Deadline after = before.until(wanted.orElseThrow());
            DeadlineTable.update(sql, after);
            alarms.clear(sql, id);
            schedule(sql, after, now);
            journal.append(entry(
                    "deadline.extended",
                    after,
                    Map.of("reason", reason, "before", before.dueAt().toString())));
            return after;
        });
    }

    private void schedule(Sql sql, Deadline deadline, Instant now) throws SQLException {
        Optional<String> record = Optional.of(deadline.record());
        int step = 0;
        for (var before : deadline.reminders()) {
            Instant at = calendar.before(deadline.dueAt(), before);
            if (at.isAfter(now) && at.isBefore(deadline.dueAt())) {
                alarms.add(sql, Alarm.of(record, deadline.id(), Alarm.Kind.DEADLINE, Alarm.What.REMIND, step, at));
            }
            step++;
        }
        alarms.add(sql, Alarm.of(record, deadline.id(), Alarm.Kind.DEADLINE, Alarm.What.DUE, 0, deadline.dueAt()));
    }

    static Journal.Entry entry(String action, Deadline deadline, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("deadline", deadline.name());
        data.put("label", deadline.label().asMap());
        data.put("dueAt", deadline.dueAt().toString());
        return new Journal.Entry(action, deadline.recordType(), deadline.record(), data);
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns ingen sådan frist.", "There is no such deadline."));
    }
}
