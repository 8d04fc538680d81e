package org.vaksam.casework.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.Action.Source;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Responsibles;
import org.vaksam.spi.security.Units;

/**
 * Who may see and change actions. One about a record goes by the record; one that stands alone by {@link #READ} and {@link
 * #MANAGE} in its unit. Whoever it concerns sees it in any case, and whoever manages its unit, or one above, what is overdue.
 */
@Component(service = ActionAccess.class)
public final class ActionAccess {
    public static final String READ = "platform:actions:read";
    public static final String MANAGE = "platform:actions:manage";

    private final Access access;
    private final Units units;
    private final Responsibles responsibles;
    private final RecordAccess records;
    private final RecordSource source;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionAccess(
            @Reference Access access,
            @Reference Units units,
            @Reference Responsibles responsibles,
            @Reference RecordAccess records,
            @Reference RecordSource source,
            @Reference OrganisationCalendar calendar) {
        this.access = access;
        this.units = units;
        this.responsibles = responsibles;
        this.records = records;
        this.source = source;
        this.calendar = calendar;
    }

    public Caller caller() {
        return access.caller();
    }

    /** The action for the caller to see, or 404. */
    public Action require(Optional<Action> found) {
        return found.filter(action -> new Sight().sees(action)).orElseThrow(ActionAccess::missing);
    }

    /** Whether the caller may change what the action says. */
    public boolean mayManage(Action action) {
        return action.record().isPresent()
                ? record(action).filter(records::mayHandle).isPresent()
                : caller().scope(MANAGE).covers(path(action.content().unit()));
    }

    public void requireManage(Action action) {
        if (!mayManage(action)) {
            throw action.record()
                    .map(record -> Problem.forbidden(RecordVisibility.permission(record.type(), "handle")))
                    .orElseGet(() -> Problem.forbidden(MANAGE));
        }
    }

    /** The record that actions of the caller's are to be about: 404 when they may not see it, 403 when not handle. */
    public RecordRow requireHandled(String idOrNumber) {
        RecordRow row = records.require(idOrNumber);
        records.requireHandle(row);
        return row;
    }

    /** Leaves a trace when the record is restricted. */
    public RecordRow requireSeen(String idOrNumber) {
        return records.require(idOrNumber);
    }

    /** Whether the caller may have actions of their own in this unit. */
    public boolean mayManageIn(Optional<String> unit) {
        return caller().scope(MANAGE).covers(path(unit));
    }

    /** Ids from the root to the unit, joined and ended by {@code /}. */
    public String path(Optional<String> unit) {
        return unit.map(id -> units.find(id).map(Units.Unit::path).orElse(id + "/"))
                .orElse("");
    }

    private Optional<RecordRow> record(Action action) {
        return action.record().map(Source::id).flatMap(id -> source.byIds(List.of(id)).stream()
                .findFirst());
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns ingen sådan åtgärd.", "There is no such action."));
    }

    /** What the caller sees of one list, remembering what it has looked up. Of one thread and one request. */
    public Sight sight() {
        return new Sight();
    }

    /** See {@link #sight}. */
    public final class Sight {
        private final Map<String, Optional<String>> managers = new HashMap<>();
        private final Map<String, RecordRow> rows = new HashMap<>();

        /** Reads the records of these actions at once. */
        public void prepare(List<Action> actions) {
            List<String> ids = actions.stream()
                    .flatMap(action -> action.record().stream())
                    .map(Source::id)
                    .distinct()
                    .filter(id -> !rows.containsKey(id))
                    .toList();
            source.byIds(ids).forEach(row -> rows.put(row.id(), row));
        }

        /** The record of the action, without its secrets. */
        public Optional<RecordRow> row(Action action) {
            return action.record().map(Source::id).flatMap(id -> {
                if (!rows.containsKey(id)) {
                    prepare(List.of(action));
                }
                return Optional.ofNullable(rows.get(id));
            });
        }

        /** Whether the caller may see the record of the action. */
        public boolean seesRecord(Action action) {
            return row(action).filter(records::shows).isPresent();
        }

        public boolean sees(Action action) {
            String path = path(action.content().unit());
            return action.concerns(caller().account())
                    || (action.record().isPresent() ? seesRecord(action) : reads(path))
                    || action.isOverdue(calendar.today()) && manages(path);
        }

        private boolean reads(String path) {
            return caller().scope(READ).or(caller().scope(MANAGE)).covers(path);
        }

        private boolean manages(String path) {
            Optional<String> self = caller().account();
            if (self.isEmpty() || path.isEmpty()) {
                return false;
            }
            for (String unit : path.split("/")) {
                if (managers.computeIfAbsent(unit, responsibles::manager).equals(self)) {
                    return true;
                }
            }
            return false;
        }
    }
}
