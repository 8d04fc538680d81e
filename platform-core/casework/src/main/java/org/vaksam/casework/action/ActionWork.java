package org.vaksam.casework.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Progress;
import org.vaksam.casework.action.Action.Series;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.action.Action.Trace;
import org.vaksam.casework.follow.Telling.Why;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Input;

/** What people do with actions: make, edit, carry on, and say what came of them. */
@Component(service = ActionWork.class)
public final class ActionWork {
    private final Actions actions;
    private final ActionAccess access;
    private final ActionInput input;
    private final ActionNews news;

    @Activate
    public ActionWork(
            @Reference Actions actions,
            @Reference ActionAccess access,
            @Reference ActionInput input,
            @Reference ActionNews news) {
        this.actions = actions;
        this.access = access;
        this.input = input;
        this.news = news;
    }

    /** A new one, about a record that the caller handles or in a unit where they manage actions. */
    public Action create(Input body) {
        Optional<String> number = body.line("record", ActionInput.LONGEST_REASON);
        Optional<RecordRow> row = number.map(access::requireHandled);
        Content content = input.content(body, ActionInput.blank(row.flatMap(RecordRow::unit)));
        boolean decided = body.word("state", Set.of("proposed", "decided"))
                .filter("decided"::equals)
                .isPresent();
        if (row.isEmpty() && content.unit().isEmpty() && !body.has("unit")) {
            body.missing("unit");
        }
        body.check();
        if (row.isEmpty() && !access.mayManageIn(content.unit())) {
            throw Problem.forbidden(ActionAccess.MANAGE);
        }
        return actions.create(
                row.map(found -> new Source(found.id(), found.type())),
                content,
                decided ? ActionState.DECIDED : ActionState.PROPOSED);
    }

    /** Other content; a later due date of what is decided needs a reason. */
    public Action edit(String id, IntPredicate expected, Input body) {
        return actions.change(id, expected, (sql, before) -> {
            access.requireManage(before);
            Content content = input.content(body, before.content());
            String reason = body.lines("reason", ActionInput.LONGEST_REASON).orElse("");
            if (reason.isEmpty() && before.state() != ActionState.PROPOSED && isPutOff(before.content(), content)) {
                body.missing("reason");
            }
            if (before.record().isEmpty() && content.unit().isEmpty()) {
                body.missing("unit");
            }
            body.check();
            if (before.record().isEmpty() && !access.mayManageIn(content.unit())) {
                throw Problem.forbidden(ActionAccess.MANAGE);
            }
            boolean other = !content.responsible().equals(before.content().responsible());
            Action after = before.with(content).with(series(before, content));
            after = other ? after.offered(Optional.empty(), Optional.empty()) : after;
            news.write("changed", after, changes(before.content(), content, reason));
            if (other) {
                news.tell(content.responsible(), Why.ACTION, "action-assigned", after);
            }
            return after;
        });
    }

    /** One step further, or back. */
    public Action step(String id, IntPredicate expected, Input body) {
        String wanted = body.line("step", ActionInput.LONGEST_REASON).orElse("");
        Optional<ActionStep> step = ActionStep.of(wanted);
        String reason = body.lines("reason", ActionInput.LONGEST_REASON).orElse("");
        if (step.isEmpty()) {
            body.wrong(
                    "step",
                    "Ska vara decide, start, finish, verify, reject eller reopen.",
                    "Must be decide, start, finish, verify, reject or reopen.");
        } else if (step.get().needsReason() && reason.isEmpty()) {
            body.missing("reason");
        }
        body.check();
        return actions.change(id, expected, (sql, before) -> step(before, step.orElseThrow(), reason));
    }

    private Action step(Action before, ActionStep step, String reason) {
        if (!step.startsAt(before.state())) {
            throw Problem.conflict(new Text(
                            "Åtgärden är " + before.state().id() + "; därifrån går det inte att " + step.id() + ".",
                            "The action is " + before.state().id() + "; there is no " + step.id() + " from there."))
                    .with("steps", possible(before));
        }
        boolean own = access.caller().account().equals(before.content().responsible());
        if (!(own && step.isByResponsible())) {
            access.requireManage(before);
        }
        Trace now = actions.trace();
        if (step == ActionStep.VERIFY && didIt(before, now.by())) {
            throw Problem.conflict(new Text(
                            "Den som har gjort åtgärden kan inte själv verifiera den.",
                            "Whoever did the action cannot verify it."))
                    .withNext(new Text("Be någon annan att verifiera.", "Ask somebody else to verify it."));
        }
        Progress progress = before.progress();
        Action after = before.with(new Progress(
                step.to(),
                reason,
                step == ActionStep.FINISH ? Optional.of(now) : kept(step, progress.done()),
                step == ActionStep.VERIFY ? Optional.of(now) : kept(step, progress.verified())));
        news.write(
                step.to().id(),
                after,
                reason.isEmpty()
                        ? Map.of("before", before.state().id())
                        : Map.of("before", before.state().id(), "reason", reason));
        if (step == ActionStep.REOPEN || step == ActionStep.DECIDE) {
            news.tell(after.content().responsible(), Why.ACTION, "action-" + step.id(), after);
        }
        if (step == ActionStep.FINISH && after.content().verify()) {
            news.tell(after.created().by(), Why.ACTION, "action-done", after);
        }
        return step == ActionStep.FINISH && after.content().repeat().isPresent() ? actions.repeated(after) : after;
    }

    /** What became of it. */
    public Action effect(String id, IntPredicate expected, Input body) {
        var effect = input.effect(body, access.caller().account());
        return actions.change(id, expected, (sql, before) -> {
            if (!access.caller().account().equals(before.content().responsible())) {
                access.requireManage(before);
            }
            if (before.state() != ActionState.DONE && before.state() != ActionState.VERIFIED) {
                throw Problem.conflict(new Text(
                                "Effekten kan bedömas först när åtgärden är gjord.",
                                "The effect can be judged when the action is done."))
                        .withNext(new Text("Markera den som gjord först.", "Mark it as done first."));
            }
            Action after = before.with(effect);
            news.write(
                    "evaluated",
                    after,
                    Map.of("outcome", effect.outcome(), "on", effect.on().toString()));
            return after;
        });
    }

    /** The steps the caller may take now. */
    public List<String> possible(Action action) {
        boolean manage = access.mayManage(action);
        Optional<String> self = access.caller().account();
        boolean own = self.isPresent() && self.equals(action.content().responsible());
        var steps = new ArrayList<String>();
        for (ActionStep step : ActionStep.values()) {
            boolean may = manage || own && step.isByResponsible();
            boolean verifiable = step != ActionStep.VERIFY || action.content().verify() && !didIt(action, self);
            if (may && verifiable && step.startsAt(action.state())) {
                steps.add(step.id());
            }
        }
        return steps;
    }

    private static boolean didIt(Action action, Optional<String> account) {
        return account.isEmpty()
                || account.equals(action.content().responsible())
                || account.equals(action.progress().done().flatMap(Trace::by));
    }

    private static Optional<Trace> kept(ActionStep step, Optional<Trace> trace) {
        return step == ActionStep.REOPEN ? Optional.empty() : trace;
    }

    private static boolean isPutOff(Content before, Content after) {
        LocalDate never = ActionColumns.NEVER;
        return after.due().orElse(never).isAfter(before.due().orElse(never));
    }

    private static Series series(Action before, Content content) {
        boolean same = content.repeat().equals(before.content().repeat());
        return same
                ? before.series()
                : new Series(
                        content.due(), before.series().from(), before.series().as());
    }

    private static Map<String, Object> changes(Content before, Content after, String reason) {
        var data = new HashMap<String, Object>();
        if (!before.due().equals(after.due())) {
            data.put("due", after.due().map(LocalDate::toString).orElse(""));
        }
        if (!before.responsible().equals(after.responsible())) {
            data.put("responsible", after.responsible().orElse(""));
        }
        if (!reason.isEmpty()) {
            data.put("reason", reason);
        }
        return data;
    }
}
