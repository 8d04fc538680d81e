package org.vaksam.casework.action;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;

/** What the database picks out of the actions. */
public final class ActionFilter {
    private final List<String> parts = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Has to do it, was asked to, or has handed it over. */
    public ActionFilter concerning(String account) {
        return and("(responsible = ? OR offered_to = ? OR delegated_by = ?)", account, account, account);
    }

    public ActionFilter responsible(String account) {
        return and("responsible = ?", account);
    }

    public ActionFilter record(String id) {
        return and("record_id = ?", id);
    }

    public ActionFilter units(Collection<String> ids) {
        return and("unit_id IN (" + Sql.places(ids.size()) + ")", ids.toArray());
    }

    public ActionFilter open(boolean open) {
        return and("is_open = ?", open);
    }

    public ActionFilter states(Collection<ActionState> states) {
        return and("state IN (" + Sql.places(states.size()) + ")", states.toArray());
    }

    /** Somebody still has to do it, and it was to be done before this day. */
    public ActionFilter overdue(LocalDate today) {
        return open(true)
                .states(List.of(ActionState.PROPOSED, ActionState.DECIDED, ActionState.IN_PROGRESS))
                .and("due_order < ?", Date.valueOf(today));
    }

    /** Due from this day on, before that day. */
    public ActionFilter due(LocalDate from, LocalDate until) {
        return and("due_order >= ? AND due_order < ?", Date.valueOf(from), Date.valueOf(until));
    }

    /** Those behind this position in the order of the list. */
    public ActionFilter behind(LocalDate due, String id) {
        Date day = Date.valueOf(due);
        return and("(due_order > ? OR (due_order = ? AND id > ?))", day, day, id);
    }

    /** The same conditions once more, to add others to. */
    ActionFilter copy() {
        var copy = new ActionFilter();
        copy.parts.addAll(parts);
        copy.parameters.addAll(parameters);
        return copy;
    }

    String where() {
        return parts.isEmpty() ? "" : "WHERE " + String.join(" AND ", parts);
    }

    @Nullable
    Object[] parameters() {
        return parameters.toArray();
    }

    private ActionFilter and(String part, @Nullable Object... values) {
        parts.add(part);
        parameters.addAll(Arrays.asList(values));
        return this;
    }
}
