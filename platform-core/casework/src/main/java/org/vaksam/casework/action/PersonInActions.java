package org.vaksam.casework.action;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Effect;
import org.vaksam.casework.action.Action.Progress;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.action.Action.Trace;
import org.vaksam.casework.action.ActionAccess.Sight;
import org.vaksam.casework.calendar.Feeds;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in actions: the action stays, the person goes from its texts and from who does, did and judged it. */
@Component
public final class PersonInActions implements PersonalData {
    private static final int PAGE = 500;
    private static final Text AREA = new Text("Åtgärder", "Actions");

    private final ActionTable table;
    private final ActionAccess access;
    private final ActionJson json;
    private final ActionNews news;
    private final Actions actions;
    private final Feeds feeds;
    private final JournalErasure erasure;

    @Activate
    public PersonInActions(
            @Reference ActionTable table,
            @Reference ActionAccess access,
            @Reference ActionJson json,
            @Reference ActionNews news,
            @Reference Actions actions,
            @Reference Feeds feeds,
            @Reference JournalErasure erasure) {
        this.table = table;
        this.access = access;
        this.json = json;
        this.news = news;
        this.actions = actions;
        this.feeds = feeds;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        var places = new ArrayList<PersonPlace>();
        Set<String> hidden = new HashSet<>();
        Sight sight = access.sight();
        String after = "";
        List<Action> page;
        do {
            page = table.page(after, PAGE);
            for (Action action : page) {
                List<String> found = found(person, action);
                if (!found.isEmpty() && sight.sees(action)) {
                    places.add(place(action, found));
                } else if (!found.isEmpty()) {
                    hidden.add(action.id());
                }
                after = action.id();
            }
        } while (page.size() == PAGE && places.size() <= MOST);
        boolean more = places.size() > MOST;
        return new Found(List.copyOf(more ? places.subList(0, MOST) : places), hidden, more);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return table.find(id)
                .filter(access.sight()::sees)
                .map(action -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>(json.of(action));
                    copy.keySet().removeAll(Set.of("steps", "editable"));
                    copy.put("foundIn", found(person, action));
                    return copy;
                })
                .orElse(Map.of());
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return table.database().write(sql -> {
            Optional<Action> action = ActionTable.lock(sql, id);
            if (action.isEmpty()) {
                return Outcome.GONE;
            }
            return Integer.toString(action.get().version()).equals(version)
                    ? erase(sql, person, action.get())
                    : Outcome.CHANGED;
        });
    }

    private Outcome erase(Sql sql, Person person, Action action) throws SQLException {
        Action rest = actions.save(sql, action, without(person, action));
        person.account().ifPresent(feeds::revoke);
        erasure.erase(
                rest.record().map(Source::type).orElse("action"),
                rest.record().map(Source::id).orElse(rest.id()),
                person::isIn);
        news.write("person-erased", rest, Map.of());
        sql.update(
                "UPDATE work_action SET created_by = ?, updated_by = ? WHERE id = ?",
                others(person, rest.created().by()),
                others(person, rest.updated().by()),
                rest.id());
        return Outcome.ERASED;
    }

    private static Action without(Person person, Action action) {
        Content content = action.content();
        Progress progress = action.progress();
        var rest = new Content(
                person.removedFrom(content.title()),
                person.removedFrom(content.why()),
                content.unit(),
                others(person, content.responsible()),
                content.due(),
                content.priority(),
                content.cost(),
                content.remindDays(),
                content.verify(),
                content.repeat());
        Action after = action.with(rest)
                .with(new Progress(
                        progress.state(),
                        person.removedFrom(progress.reason()),
                        progress.done().map(trace -> others(person, trace)),
                        progress.verified().map(trace -> others(person, trace))))
                .offered(others(person, action.offeredTo()), others(person, action.delegated()));
        return action.effect()
                .map(effect -> after.with(new Effect(
                        effect.on(), effect.outcome(), person.removedFrom(effect.text()), others(person, effect.by()))))
                .orElse(after);
    }

    private static PersonPlace place(Action action, List<String> found) {
        return new PersonPlace(
                action.id(),
                Integer.toString(action.version()),
                action.record().map(Source::id),
                AREA,
                action.id(),
                action.content().title(),
                found,
                false,
                false,
                Optional.empty());
    }

    private static List<String> found(Person person, Action action) {
        var found = new ArrayList<String>();
        note(found, "title", person.isIn(action.content().title()));
        note(found, "why", person.isIn(action.content().why()));
        note(found, "reason", person.isIn(action.progress().reason()));
        note(
                found,
                "effect",
                action.effect().filter(effect -> person.isIn(effect.text())).isPresent());
        note(found, "responsible", is(person, action.content().responsible()));
        note(found, "offeredTo", is(person, action.offeredTo()));
        note(found, "delegatedBy", is(person, action.delegated()));
        note(found, "doneBy", is(person, action.progress().done().flatMap(Trace::by)));
        note(found, "verifiedBy", is(person, action.progress().verified().flatMap(Trace::by)));
        note(found, "effectBy", is(person, action.effect().flatMap(Effect::by)));
        note(found, "createdBy", is(person, action.created().by()));
        note(found, "updatedBy", is(person, action.updated().by()));
        return found;
    }

    private static void note(List<String> found, String field, boolean isThere) {
        if (isThere) {
            found.add(field);
        }
    }

    private static boolean is(Person person, Optional<String> account) {
        return account.filter(person::hasAccount).isPresent();
    }

    private static Optional<String> others(Person person, Optional<String> account) {
        return account.filter(id -> !person.hasAccount(id));
    }

    private static Trace others(Person person, Trace trace) {
        return new Trace(others(person, trace.by()), trace.at());
    }
}
