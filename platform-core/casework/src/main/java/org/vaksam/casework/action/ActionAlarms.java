package org.vaksam.casework.action;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.alarm.Alarm;
import org.vaksam.casework.alarm.Alarm.What;
import org.vaksam.casework.alarm.AlarmTable;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.spi.data.Sql;

/** When somebody is reminded of an action, and when it is overdue: at the beginning of the day after. */
@Component(service = ActionAlarms.class)
public final class ActionAlarms {
    private static final int MORNING = 7;

    private final AlarmTable alarms;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionAlarms(@Reference AlarmTable alarms, @Reference OrganisationCalendar calendar) {
        this.alarms = alarms;
        this.calendar = calendar;
    }

    /** In place of whatever was planned before. */
    void plan(Sql sql, Action action) throws SQLException {
        alarms.clear(sql, action.id());
        if (action.content().due().isEmpty() || !action.state().isToDo()) {
            return;
        }
        LocalDate due = action.content().due().get();
        Instant now = calendar.now();
        if (action.content().remindDays().isPresent()) {
            Instant reminder =
                    calendar.at(due.minusDays(action.content().remindDays().get()), MORNING);
            if (reminder.isAfter(now)) {
                add(sql, action, What.REMIND, 0, reminder);
            }
        }
        add(sql, action, What.DUE, 0, calendar.start(due.plusDays(1)));
    }

    /** One step further up, when some days have passed from now. */
    void planEscalation(Sql sql, Action action, int step, Instant now) throws SQLException {
        LocalDate day = calendar.day(now).plusDays(calendar.escalateDays());
        add(sql, action, What.ESCALATE, step, calendar.at(day, MORNING));
    }

    private void add(Sql sql, Action action, What what, int step, Instant at) throws SQLException {
        Optional<String> record = action.record().map(Source::id);
        alarms.add(sql, Alarm.of(record, action.id(), Alarm.Kind.ACTION, what, step, at));
    }
}
