package org.vaksam.casework.action;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.follow.Telling.Why;
import org.vaksam.spi.web.Input;

/** Handing an action over to somebody, who accepts or declines. Whoever handed it over keeps seeing it. */
@Component(service = Delegations.class)
public final class Delegations {
    private final Actions actions;
    private final ActionAccess access;
    private final ActionInput input;
    private final ActionNews news;

    @Activate
    public Delegations(
            @Reference Actions actions,
            @Reference ActionAccess access,
            @Reference ActionInput input,
            @Reference ActionNews news) {
        this.actions = actions;
        this.access = access;
        this.input = input;
        this.news = news;
    }

    /** Asks somebody to take the action over; by whoever is responsible. */
    public Action offer(String id, IntPredicate expected, Input body) {
        Optional<String> to = input.account(body, "to");
        String reason = body.lines("reason", ActionInput.LONGEST_REASON).orElse("");
        if (!body.has("to")) {
            body.missing("to");
        }
        return actions.change(id, expected, (sql, before) -> {
            Optional<String> self = access.caller().account();
            if (!isResponsible(before)) {
                access.requireManage(before);
            }
            if (to.isPresent() && to.equals(before.content().responsible())) {
                body.wrong("to", "Är redan ansvarig.", "Is responsible already.");
            }
            body.check();
            if (!before.state().isToDo()) {
                throw Problem.conflict(new Text("Åtgärden är redan gjord.", "The action is done already."));
            }
            Action after = before.offered(to, before.content().responsible().or(() -> self));
            news.write("offered", after, Map.of("to", to.orElseThrow(), "reason", reason));
            news.tell(to, Why.ACTION, "action-offered", after);
            return after;
        });
    }

    /** Whoever was asked says yes or no; a no has a reason. */
    public Action answer(String id, IntPredicate expected, Input body) {
        Optional<Boolean> accept = body.flag("accept");
        String reason = body.lines("reason", ActionInput.LONGEST_REASON).orElse("");
        if (accept.isEmpty()) {
            body.missing("accept");
        } else if (!accept.get() && reason.isEmpty()) {
            body.missing("reason");
        }
        body.check();
        return actions.change(id, expected, (sql, before) -> {
            Optional<String> self = access.caller().account();
            if (before.offeredTo().isEmpty()) {
                throw Problem.conflict(new Text(
                        "Ingen har blivit ombedd att ta över åtgärden.", "Nobody was asked to take the action over."));
            }
            if (!self.equals(before.offeredTo())) {
                throw Problem.forbidden(ActionAccess.MANAGE);
            }
            boolean yes = accept.orElseThrow();
            Optional<String> from = before.delegated();
            Action after = yes
                    ? before.with(before.content().by(self)).offered(Optional.empty(), from)
                    : before.offered(Optional.empty(), Optional.empty());
            news.write(yes ? "accepted" : "declined", after, Map.of("reason", reason));
            news.tell(from, Why.ACTION, yes ? "action-accepted" : "action-declined", after);
            return after;
        });
    }

    /** Nobody is asked any more. */
    public Action withdraw(String id, IntPredicate expected) {
        return actions.change(id, expected, (sql, before) -> {
            if (!isResponsible(before)) {
                access.requireManage(before);
            }
            if (before.offeredTo().isEmpty()) {
                throw Problem.conflict(new Text(
                        "Ingen har blivit ombedd att ta över åtgärden.", "Nobody was asked to take the action over."));
            }
            Action after = before.offered(Optional.empty(), Optional.empty());
            news.write("withdrawn", after, Map.of());
            return after;
        });
    }

    private boolean isResponsible(Action action) {
        Optional<String> self = access.caller().account();
        return self.isPresent() && self.equals(action.content().responsible());
    }
}
