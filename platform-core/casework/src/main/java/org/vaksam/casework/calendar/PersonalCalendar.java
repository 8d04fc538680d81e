package org.vaksam.casework.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.action.Action;
import org.vaksam.casework.action.ActionFilter;
import org.vaksam.casework.action.ActionTable;
import org.vaksam.casework.calendar.Entry.About;
import org.vaksam.casework.deadline.Deadline;
import org.vaksam.casework.deadline.OwnDeadlines;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;

/** What somebody has to do and by when: open actions they are responsible for, and open deadlines of their records. */
@Component(service = PersonalCalendar.class)
public final class PersonalCalendar {
    private static final int MOST = 1_000;

    private final ActionTable actions;
    private final OwnDeadlines deadlines;
    private final RecordSource source;
    private final RecordAccess access;
    private final OrganisationCalendar calendar;

    @Activate
    public PersonalCalendar(
            @Reference ActionTable actions,
            @Reference OwnDeadlines deadlines,
            @Reference RecordSource source,
            @Reference RecordAccess access,
            @Reference OrganisationCalendar calendar) {
        this.actions = actions;
        this.deadlines = deadlines;
        this.source = source;
        this.access = access;
        this.calendar = calendar;
    }

    /** From the first day to the last, in their order; at most a thousand of each kind. The caller may be the platform. */
    public List<Entry> of(String account, LocalDate from, LocalDate to) {
        var entries = new ArrayList<Entry>();
        List<Action> due =
                actions.list(new ActionFilter().responsible(account).open(true).due(from, to.plusDays(1)), MOST);
        Map<String, RecordRow> rows = new HashMap<>();
        source.byIds(due.stream()
                        .flatMap(action -> action.record().stream())
                        .map(Action.Source::id)
                        .distinct()
                        .toList())
                .forEach(row -> rows.put(row.id(), row));
        due.forEach(action -> entries.add(entry(account, action, rows)));
        Map<String, RecordRow> own = new HashMap<>();
        deadlines.records(account).stream()
                .filter(row -> access.maySee(account, row))
                .forEach(row -> own.put(row.id(), row));
        deadlines.of(own.keySet()).stream()
                .filter(each -> !calendar.day(each.dueAt()).isBefore(from))
                .filter(each -> !calendar.day(each.dueAt()).isAfter(to))
                .forEach(each -> entries.add(entry(each, Objects.requireNonNull(own.get(each.record())))));
        entries.sort(Comparator.comparing(Entry::day).thenComparing(Entry::id));
        return entries;
    }

    private Entry entry(String account, Action action, Map<String, RecordRow> rows) {
        Optional<RecordRow> row = action.record().map(Action.Source::id).map(rows::get);
        boolean secret = action.record().isPresent()
                && row.filter(each -> !RecordVisibility.isRestricted(each) && access.maySee(account, each))
                        .isEmpty();
        return new Entry(
                action.id(),
                "action",
                action.content().due().orElseThrow(),
                Optional.empty(),
                Text.same(action.content().title()),
                row.map(PersonalCalendar::about),
                action.isOverdue(calendar.today()),
                secret,
                action.version(),
                action.updated().at());
    }

    private Entry entry(Deadline deadline, RecordRow row) {
        Instant now = calendar.now();
        return new Entry(
                deadline.id(),
                "deadline",
                calendar.day(deadline.dueAt()),
                Optional.of(deadline.dueAt()),
                deadline.label(),
                Optional.of(about(row)),
                deadline.dueAt().isBefore(now),
                RecordVisibility.isRestricted(row),
                deadline.version(),
                deadline.startedAt());
    }

    private static About about(RecordRow row) {
        return new About(row.id(), row.number(), row.type());
    }
}
