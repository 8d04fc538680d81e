package org.vaksam.casework.action;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.ActionAccess.Sight;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Page;

/** Pages of the actions that the caller may see, the next due one first. */
@Component(service = ActionLists.class)
public final class ActionLists {
    private static final int MOST_UNITS = 200;
    private static final int BATCH = 200;
    private static final int MOST_LOOKED_AT = 10_000;

    /**
     * What is asked for.
     *
     * @param mine    concerning the caller
     * @param record  id or number
     * @param unit    id or code of a unit; with those below it
     * @param states  all when empty
     * @param open    only those that are, or are not
     * @param overdue somebody still has to do them and is late
     */
    public record Query(
            boolean mine,
            Optional<String> record,
            Optional<String> unit,
            List<ActionState> states,
            Optional<Boolean> open,
            boolean overdue) {}

    private final ActionTable table;
    private final ActionAccess access;
    private final Units units;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionLists(
            @Reference ActionTable table,
            @Reference ActionAccess access,
            @Reference Units units,
            @Reference OrganisationCalendar calendar) {
        this.table = table;
        this.access = access;
        this.units = units;
        this.calendar = calendar;
    }

    /** One page; a long way without anything to see ends it early, and the next one goes on there. */
    public Page<Action> page(Query query, Optional<String> cursor, int size, Sight sight) {
        var filter = new ActionFilter();
        query.record().map(access::requireSeen).map(RecordRow::id).ifPresent(filter::record);
        if (query.mine()) {
            filter.concerning(access.caller().account().orElse(""));
        }
        query.open().ifPresent(filter::open);
        if (!query.states().isEmpty()) {
            filter.states(query.states());
        }
        if (query.overdue()) {
            filter.overdue(calendar.today());
        }
        Optional<Set<String>> below = query.unit().map(this::below);
        below.filter(ids -> ids.size() <= MOST_UNITS).ifPresent(filter::units);
        return page(filter, action -> isIn(action, below) && sight.sees(action), cursor, size, sight);
    }

    private Page<Action> page(
            ActionFilter filter, Predicate<Action> shown, Optional<String> cursor, int size, Sight sight) {
        var found = new ArrayList<Action>();
        Optional<String> position = cursor;
        List<Action> batch;
        int looked = 0;
        do {
            ActionFilter rest = filter.copy();
            position.ifPresent(text -> behind(rest, text));
            batch = table.list(rest, BATCH);
            sight.prepare(batch);
            for (Action action : batch) {
                position = Optional.of(cursor(action));
                if (shown.test(action)) {
                    found.add(action);
                }
                if (found.size() > size) {
                    return Page.of(found, size, ActionLists::cursor);
                }
            }
            looked += batch.size();
        } while (batch.size() == BATCH && looked < MOST_LOOKED_AT);
        return new Page<>(found, batch.size() == BATCH ? position : Optional.empty());
    }

    private static boolean isIn(Action action, Optional<Set<String>> below) {
        return below.isEmpty()
                || action.content().unit().filter(below.get()::contains).isPresent();
    }

    private Set<String> below(String unit) {
        String path = units.find(unit)
                .orElseThrow(
                        () -> Problem.badRequest(new Text("Det finns ingen sådan enhet.", "There is no such unit.")))
                .path();
        return units.all().stream()
                .filter(each -> each.path().startsWith(path))
                .map(Units.Unit::id)
                .collect(Collectors.toSet());
    }

    private static String cursor(Action action) {
        return action.content().due().orElse(ActionColumns.NEVER) + "_" + action.id();
    }

    private static void behind(ActionFilter filter, String cursor) {
        String[] parts = cursor.split("_", 2);
        try {
            if (parts.length == 2) {
                filter.behind(LocalDate.parse(parts[0]), parts[1]);
                return;
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        throw Problem.badRequest(new Text("Markören stämmer inte.", "The cursor is not valid."));
    }
}
