package org.vaksam.casework.action;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Progress;
import org.vaksam.casework.action.Action.Series;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.action.Action.Trace;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.follow.Telling.Why;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.web.EntityTags;

/** Makes actions and changes them: each change locks its row, writes the next version and says so in the journal. */
@Component(service = Actions.class)
public final class Actions {
    /** What is to become of an action, once it is locked and in the expected version. */
    @FunctionalInterface
    interface Change {
        Action of(Sql sql, Action before) throws SQLException;
    }

    private final ActionTable table;
    private final ActionAlarms alarms;
    private final ActionNews news;
    private final ActionAccess access;
    private final OrganisationCalendar calendar;

    @Activate
    public Actions(
            @Reference ActionTable table,
            @Reference ActionAlarms alarms,
            @Reference ActionNews news,
            @Reference ActionAccess access,
            @Reference OrganisationCalendar calendar) {
        this.table = table;
        this.alarms = alarms;
        this.news = news;
        this.access = access;
        this.calendar = calendar;
    }

    /** For the caller to see, or 404. */
    public Action read(String id) {
        return access.require(table.find(id));
    }

    /** Who does something now. */
    Trace trace() {
        return new Trace(access.caller().account(), calendar.now());
    }

    /** A new one, in the thread's transaction. */
    public Action create(Optional<Source> record, Content content, ActionState state) {
        Series series = content.repeat().isPresent()
                ? new Series(content.due(), Optional.empty(), Optional.empty())
                : Series.NONE;
        return create(record, content, state, series);
    }

    Action create(Optional<Source> record, Content content, ActionState state, Series series) {
        Trace now = trace();
        var action = new Action(
                Ids.next(),
                record,
                content,
                new Progress(state, "", Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                series,
                0,
                1,
                now,
                now);
        return table.database().write(sql -> {
            ActionTable.insert(sql, action);
            alarms.plan(sql, action);
            news.write("created", action, Map.of("state", state.id()));
            news.tell(content.responsible(), Why.ACTION, "action-assigned", action);
            return action;
        });
    }

    /** Writes what has become of the action, which the caller may see; 412 when it is not the expected version. */
    Action change(String id, IntPredicate expected, Change change) {
        read(id);
        return table.database().write(sql -> {
            Action before = ActionTable.lock(sql, id)
                    .orElseThrow(() ->
                            Problem.notFound(new Text("Det finns ingen sådan åtgärd.", "There is no such action.")));
            EntityTags.check(expected, before.version());
            return save(sql, before, change.of(sql, before));
        });
    }

    /** The next version of a locked action. */
    Action save(Sql sql, Action before, Action changed) throws SQLException {
        boolean replan = !before.content().due().equals(changed.content().due())
                || !before.content().remindDays().equals(changed.content().remindDays())
                || before.state().isToDo() != changed.state().isToDo();
        Action after = (replan ? changed.escalatedTo(0) : changed).changed(trace());
        ActionTable.update(sql, after);
        if (replan) {
            alarms.plan(sql, after);
        }
        return after;
    }

    /** The next one of a series, when there is to be one and is none yet; the former as it is then. */
    Action repeated(Action action) {
        Content content = action.content();
        if (content.repeat().isEmpty()
                || action.series().as().isPresent()
                || content.due().isEmpty()) {
            return action;
        }
        var start = action.series().start().or(content::due).orElseThrow();
        Optional<Recurrence.Next> next = Recurrence.of(content.repeat().get().rule())
                .flatMap(rule -> rule.after(start, content.due().get(), calendar.today()));
        if (next.isEmpty()) {
            return action;
        }
        var series = new Series(Optional.of(start), Optional.of(action.id()), Optional.empty());
        Action made = create(action.record(), content.dueOn(next.get().day()), ActionState.DECIDED, series);
        news.write(
                "repeated",
                made,
                Map.of("from", action.id(), "skipped", next.get().skipped()));
        return action.with(new Series(Optional.of(start), action.series().from(), Optional.of(made.id())));
    }
}
