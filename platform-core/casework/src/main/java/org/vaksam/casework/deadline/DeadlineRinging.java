package org.vaksam.casework.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.alarm.Alarm;
import org.vaksam.casework.alarm.AlarmTable;
import org.vaksam.casework.alarm.Ringing;
import org.vaksam.casework.deadline.Deadline.State;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** What happens when the time of a deadline, or of a reminder of it, has come. Clocks of closed records just stop. */
@Component(service = Ringing.class, property = "alarm=deadline")
public final class DeadlineRinging implements Ringing {
    private final AlarmTable alarms;
    private final MissedDeadline missed;
    private final RecordSource records;
    private final Journal journal;

    @Activate
    public DeadlineRinging(
            @Reference AlarmTable alarms,
            @Reference MissedDeadline missed,
            @Reference RecordSource records,
            @Reference Journal journal) {
        this.alarms = alarms;
        this.missed = missed;
        this.records = records;
        this.journal = journal;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.DEADLINE;
    }

    @Override
    public void lock(Sql sql, String about) throws SQLException {
        DeadlineTable.lock(sql, about);
    }

    @Override
    public void ring(Sql sql, Alarm alarm, Instant now) throws SQLException {
        Optional<Deadline> found = DeadlineTable.lock(sql, alarm.about()).filter(Deadline::isOpen);
        if (found.isEmpty()) {
            return;
        }
        Deadline deadline = found.get();
        List<RecordRow> rows = records.byIds(List.of(deadline.record()));
        if (rows.isEmpty()) {
            alarms.clear(sql, deadline.id());
            DeadlineTable.delete(sql, deadline.id());
        } else if (rows.get(0).phase().equals("closed")) {
            alarms.clear(sql, deadline.id());
            DeadlineTable.update(sql, deadline.in(State.STOPPED, Optional.of(now)));
            journal.append(Deadlines.entry("deadline.stopped", deadline, Map.of()));
        } else if (alarm.what() == Alarm.What.REMIND) {
            missed.remind(deadline, rows.get(0), alarm, now);
        } else {
            missed.tell(deadline, rows.get(0), now);
            DeadlineTable.update(sql, deadline.in(State.MISSED, Optional.empty()));
        }
    }
}
