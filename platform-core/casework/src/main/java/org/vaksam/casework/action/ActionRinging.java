package org.vaksam.casework.action;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.Action.Repeat;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.alarm.Alarm;
import org.vaksam.casework.alarm.Ringing;
import org.vaksam.casework.follow.Telling.Why;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.security.Responsibles;

/**
 * What happens when an action is due: whoever is responsible is reminded some days before and told when it is overdue; then the
 * manager of its unit, and after each further period the manager above.
 */
@Component(service = Ringing.class, property = "alarm=action")
public final class ActionRinging implements Ringing {
    private final Actions actions;
    private final ActionAlarms alarms;
    private final ActionNews news;
    private final ActionAccess access;
    private final RecordSource records;
    private final Responsibles responsibles;

    @Activate
    public ActionRinging(
            @Reference Actions actions,
            @Reference ActionAlarms alarms,
            @Reference ActionNews news,
            @Reference ActionAccess access,
            @Reference RecordSource records,
            @Reference Responsibles responsibles) {
        this.actions = actions;
        this.alarms = alarms;
        this.news = news;
        this.access = access;
        this.records = records;
        this.responsibles = responsibles;
    }

    @Override
    public Alarm.Kind kind() {
        return Alarm.Kind.ACTION;
    }

    @Override
    public void lock(Sql sql, String about) throws SQLException {
        ActionTable.lock(sql, about);
    }

    @Override
    public void ring(Sql sql, Alarm alarm, Instant now) throws SQLException {
        Optional<Action> found = ActionTable.lock(sql, alarm.about())
                .filter(action -> action.state().isToDo());
        if (found.isEmpty()) {
            return;
        }
        Action action = found.get();
        Map<String, Object> late = new HashMap<>();
        if (Alarm.isLate(alarm.planned(), now)) {
            late.put("late", true);
            late.put("noticedAt", now.toString());
        }
        switch (alarm.what()) {
            case REMIND -> {
                news.write("reminded", action, late);
                news.tell(action.content().responsible(), Why.ACTION, "action-reminder", action);
            }
            case DUE -> {
                news.write("overdue", action, late);
                news.tell(action.content().responsible(), Why.ACTION, "action-overdue", action);
                escalate(sql, repeated(sql, action), 1, now);
            }
            case ESCALATE -> escalate(sql, action, alarm.step(), now);
        }
    }

    private Action repeated(Sql sql, Action action) throws SQLException {
        boolean now = action.content()
                .repeat()
                .map(Repeat::when)
                .filter("due"::equals)
                .isPresent();
        return now ? actions.save(sql, action, actions.repeated(action)) : action;
    }

    private void escalate(Sql sql, Action action, int step, Instant now) throws SQLException {
        List<String> line = managers(action);
        if (step > line.size()) {
            return;
        }
        String manager = line.get(step - 1);
        Action told = actions.save(sql, action, action.escalatedTo(step));
        news.write("escalated", told, Map.of("to", manager, "step", step));
        news.tell(Optional.of(manager), Why.ESCALATION, "action-escalated", told);
        alarms.planEscalation(sql, told, step + 1, now);
    }

    /** Who answers for the action's unit and those above it, from below, each once, without whoever has to do it. */
    private List<String> managers(Action action) {
        Optional<String> unit = action.content().unit().or(() -> unitOfRecord(action));
        String[] path = access.path(unit).split("/");
        var line = new ArrayList<String>();
        for (int i = path.length - 1; i >= 0; i--) {
            if (!path[i].isEmpty()) {
                responsibles
                        .manager(path[i])
                        .filter(manager -> !line.contains(manager))
                        .filter(manager -> !action.content().responsible().equals(Optional.of(manager)))
                        .ifPresent(line::add);
            }
        }
        return line;
    }

    private Optional<String> unitOfRecord(Action action) {
        return action.record()
                .map(Source::id)
                .flatMap(id -> records.byIds(List.of(id)).stream().findFirst().flatMap(RecordRow::unit));
    }
}
