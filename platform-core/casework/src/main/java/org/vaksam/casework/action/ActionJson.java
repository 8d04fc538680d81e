package org.vaksam.casework.action;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Trace;
import org.vaksam.casework.action.ActionAccess.Sight;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** Actions as the REST interface shows them. */
@Component(service = ActionJson.class)
public final class ActionJson {
    private final ActionAccess access;
    private final ActionWork work;
    private final Accounts accounts;
    private final Units units;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionJson(
            @Reference ActionAccess access,
            @Reference ActionWork work,
            @Reference Accounts accounts,
            @Reference Units units,
            @Reference OrganisationCalendar calendar) {
        this.access = access;
        this.work = work;
        this.accounts = accounts;
        this.units = units;
        this.calendar = calendar;
    }

    public Map<String, @Nullable Object> of(Action action) {
        return list(List.of(action), access.sight()).get(0);
    }

    public List<Map<String, @Nullable Object>> list(List<Action> actions, Sight sight) {
        sight.prepare(actions);
        Set<String> ids = new HashSet<>();
        actions.forEach(action -> ids.addAll(people(action)));
        Map<String, String> names = accounts.names(ids);
        return actions.stream().map(action -> of(action, sight, names)).toList();
    }

    private Map<String, @Nullable Object> of(Action action, Sight sight, Map<String, String> names) {
        Content content = action.content();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", action.id());
        json.put("version", action.version());
        json.put("title", content.title());
        json.put("why", content.why());
        json.put(
                "record",
                sight.row(action)
                        .map(row -> record(row, sight.seesRecord(action)))
                        .orElse(null));
        json.put("unit", content.unit().map(this::unit).orElse(null));
        json.put("responsible", person(content.responsible(), names));
        json.put("due", content.due().map(Object::toString).orElse(null));
        json.put("priority", ActionInput.PRIORITIES.get(content.priority()));
        json.put(
                "cost",
                content.cost()
                        .map(cost -> cost.amount().stripTrailingZeros().toPlainString())
                        .orElse(null));
        json.put("currency", content.cost().map(Action.Cost::currency).orElse(null));
        json.put("remindDays", content.remindDays().orElse(null));
        json.put("verify", content.verify());
        json.put("repeatRule", content.repeat().map(Action.Repeat::rule).orElse(null));
        json.put("repeatWhen", content.repeat().map(Action.Repeat::when).orElse(null));
        json.put("repeatedFrom", action.series().from().orElse(null));
        json.put("repeatedAs", action.series().as().orElse(null));
        json.put("state", action.state().id());
        json.put("open", action.isOpen());
        json.put("overdue", action.isOverdue(calendar.today()));
        json.put("escalated", action.escalated());
        json.put("reason", action.progress().reason());
        json.put("done", trace(action.progress().done(), names));
        json.put("verified", trace(action.progress().verified(), names));
        json.put("effect", action.effect().map(effect -> effect(effect, names)).orElse(null));
        json.put("offeredTo", person(action.offeredTo(), names));
        json.put("delegatedBy", person(action.delegated(), names));
        json.put("created", trace(Optional.of(action.created()), names));
        json.put("updated", trace(Optional.of(action.updated()), names));
        json.put("steps", work.possible(action));
        json.put("editable", access.mayManage(action));
        return json;
    }

    /** A restricted record has no title here, and neither has one that the caller may not see. */
    private static Map<String, @Nullable Object> record(RecordRow row, boolean seen) {
        var json = new HashMap<String, @Nullable Object>();
        json.put("id", row.id());
        json.put("number", row.number());
        json.put("type", row.type());
        json.put("title", seen && !RecordVisibility.isRestricted(row) ? row.title() : null);
        json.put("seen", seen);
        return json;
    }

    private Map<String, Object> unit(String id) {
        return units.find(id)
                .map(unit -> Map.<String, Object>of(
                        "id", id, "code", unit.code(), "name", unit.name().asMap()))
                .orElse(Map.of("id", id));
    }

    private static Map<String, @Nullable Object> effect(Action.Effect effect, Map<String, String> names) {
        var json = new HashMap<String, @Nullable Object>();
        json.put("on", effect.on().toString());
        json.put("outcome", effect.outcome());
        json.put("text", effect.text());
        json.put("by", person(effect.by(), names));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> trace(Optional<Trace> trace, Map<String, String> names) {
        return trace.map(done -> {
                    var json = new HashMap<String, @Nullable Object>();
                    json.put("by", person(done.by(), names));
                    json.put("at", at(done.at()));
                    return json;
                })
                .orElse(null);
    }

    private static String at(Instant time) {
        return time.toString();
    }

    private static @Nullable Map<String, String> person(Optional<String> id, Map<String, String> names) {
        return id.map(account -> Map.of("id", account, "name", names.getOrDefault(account, account)))
                .orElse(null);
    }

    private static List<String> people(Action action) {
        return Stream.of(
                        action.content().responsible(),
                        action.offeredTo(),
                        action.delegated(),
                        action.progress().done().flatMap(Trace::by),
                        action.progress().verified().flatMap(Trace::by),
                        action.effect().flatMap(Action.Effect::by),
                        action.created().by(),
                        action.updated().by())
                .flatMap(Optional::stream)
                .toList();
    }
}
