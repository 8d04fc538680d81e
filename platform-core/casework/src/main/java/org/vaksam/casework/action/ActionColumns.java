package org.vaksam.casework.action;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Cost;
import org.vaksam.casework.action.Action.Effect;
import org.vaksam.casework.action.Action.Progress;
import org.vaksam.casework.action.Action.Repeat;
import org.vaksam.casework.action.Action.Series;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.action.Action.Trace;
import org.vaksam.spi.data.Sql;

/** An action as a row of its table. */
final class ActionColumns {
    /** Sorts those without a due date last. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final List<String> ALL = List.of(
            "record_id",
            "record_type",
            "title",
            "why",
            "unit_id",
            "responsible",
            "due_on",
            "due_order",
            "priority",
            "cost",
            "currency",
            "state",
            "is_open",
            "state_reason",
            "done_by",
            "done_at",
            "verified_by",
            "verified_at",
            "effect_on",
            "effect",
            "effect_text",
            "effect_by",
            "offered_to",
            "delegated_by",
            "remind_days",
            "repeats",
            "repeat_when",
            "repeated_from",
            "repeated_as",
            "series_start",
            "verify",
            "escalated",
            "version",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "id");
    static final String NAMES = String.join(", ", ALL);
    static final String SET =
            ALL.subList(0, ALL.size() - 1).stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    static final String PLACES = Sql.places(ALL.size());

    private ActionColumns() {}

    static @Nullable Object[] values(Action action) {
        Content content = action.content();
        Progress progress = action.progress();
        return new @Nullable Object[] {
            action.record().map(Source::id),
            action.record().map(Source::type),
            content.title(),
            content.why(),
            content.unit(),
            content.responsible(),
            content.due().map(Date::valueOf),
            Date.valueOf(content.due().orElse(NEVER)),
            content.priority(),
            content.cost().map(Cost::amount),
            content.cost().map(Cost::currency),
            progress.state(),
            action.isOpen(),
            progress.reason(),
            progress.done().flatMap(Trace::by),
            progress.done().map(Trace::at),
            progress.verified().flatMap(Trace::by),
            progress.verified().map(Trace::at),
            action.effect().map(Effect::on).map(Date::valueOf),
            action.effect().map(Effect::outcome),
            action.effect().map(Effect::text).orElse(""),
            action.effect().flatMap(Effect::by),
            action.offeredTo(),
            action.delegated(),
            content.remindDays(),
            content.repeat().map(Repeat::rule),
            content.repeat().map(Repeat::when),
            action.series().from(),
            action.series().as(),
            action.series().start().map(Date::valueOf),
            content.verify(),
            action.escalated(),
            action.version(),
            action.created().at(),
            action.created().by(),
            action.updated().at(),
            action.updated().by(),
            action.id()
        };
    }

    static Action read(ResultSet row) throws SQLException {
        Optional<String> record = text(row, "record_id");
        String type = row.getString("record_type");
        return new Action(
                row.getString("id"),
                record.map(id -> new Source(id, type)),
                content(row),
                new Progress(
                        ActionState.valueOf(row.getString("state")),
                        row.getString("state_reason"),
                        trace(row, "done"),
                        trace(row, "verified")),
                effect(row),
                text(row, "offered_to"),
                text(row, "delegated_by"),
                new Series(date(row, "series_start"), text(row, "repeated_from"), text(row, "repeated_as")),
                row.getInt("escalated"),
                row.getInt("version"),
                trace(row, "created").orElseThrow(),
                trace(row, "updated").orElseThrow());
    }

    private static Content content(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        String when = row.getString("repeat_when");
        int remind = row.getInt("remind_days");
        Optional<Integer> remindDays = row.wasNull() ? Optional.empty() : Optional.of(remind);
        return new Content(
                row.getString("title"),
                row.getString("why"),
                text(row, "unit_id"),
                text(row, "responsible"),
                date(row, "due_on"),
                row.getInt("priority"),
                Optional.ofNullable(row.getBigDecimal("cost")).map(amount -> new Cost(amount, currency)),
                remindDays,
                row.getBoolean("verify"),
                text(row, "repeats").map(rule -> new Repeat(rule, when)));
    }

    private static Optional<Effect> effect(ResultSet row) throws SQLException {
        String outcome = row.getString("effect");
        String text = row.getString("effect_text");
        Optional<String> by = text(row, "effect_by");
        return date(row, "effect_on").map(on -> new Effect(on, outcome, text, by));
    }

    private static Optional<Trace> trace(ResultSet row, String name) throws SQLException {
        Optional<String> by = text(row, name + "_by");
        return Sql.instant(row, name + "_at").map(at -> new Trace(by, at));
    }

    private static Optional<LocalDate> date(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getDate(name)).map(Date::toLocalDate);
    }

    private static Optional<String> text(ResultSet row, String name) throws SQLException {
        return Optional.ofNullable(row.getString(name));
    }
}
