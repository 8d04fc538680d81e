package org.vaksam.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.casework.action.ActionAccess;
import org.vaksam.casework.action.ActionAlarms;
import org.vaksam.casework.action.ActionFollowUp;
import org.vaksam.casework.action.ActionInput;
import org.vaksam.casework.action.ActionJson;
import org.vaksam.casework.action.ActionLists;
import org.vaksam.casework.action.ActionNews;
import org.vaksam.casework.action.ActionRequests;
import org.vaksam.casework.action.ActionRinging;
import org.vaksam.casework.action.ActionTable;
import org.vaksam.casework.action.ActionWork;
import org.vaksam.casework.action.Actions;
import org.vaksam.casework.action.ActionsResource;
import org.vaksam.casework.action.Delegations;
import org.vaksam.casework.action.PersonInActions;
import org.vaksam.casework.alarm.AlarmTable;
import org.vaksam.casework.alarm.Watch;
import org.vaksam.casework.calendar.FeedResource;
import org.vaksam.casework.calendar.FeedThrottle;
import org.vaksam.casework.calendar.Feeds;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.calendar.PersonalCalendar;
import org.vaksam.casework.deadline.DeadlineRinging;
import org.vaksam.casework.deadline.DeadlineTable;
import org.vaksam.casework.deadline.Deadlines;
import org.vaksam.casework.deadline.DeadlinesResource;
import org.vaksam.casework.deadline.MissedDeadline;
import org.vaksam.casework.deadline.OwnDeadlines;
import org.vaksam.casework.follow.Telling;
import org.vaksam.casework.notice.Parties;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** Deadlines and actions as the container puts them together, on a database of its own and a clock that moves when told to. */
public final class Work implements AutoCloseable {
    /** What somebody was told. */
    public record Told(String account, String template) {}

    public final TestDatabase database;
    public final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    public final List<Told> told = new CopyOnWriteArrayList<>();
    public final CallerHere access = new CallerHere();
    public final FakeRecords records = new FakeRecords(access);
    /** A Monday, 14.00 in Sweden. */
    public final HandClock clock = new HandClock("2026-11-23T13:00:00Z");

    public final Deadlines deadlines;
    public final DeadlinesResource deadlineResource;
    public final ActionTable actionTable;
    public final ActionFollowUp followUp;
    public final ActionsResource actions;
    public final PersonInActions person;
    public final PersonalCalendar personal;
    public final Feeds feeds;
    public final FeedResource feed;
    public final Watch watch;

    public Work(TestDatabase database) {
        this.database = database;
        var tables = new CaseworkTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(CaseworkTables.class));
        var calendar = new OrganisationCalendar(clock, Map.of());
        var parties = new Parties(FakeOffice.responsibles());
        var telling = new Teller(parties);
        var alarms = new AlarmTable(tables);
        var deadlineTable = new DeadlineTable(tables);
        var missed = new MissedDeadline(telling, calendar, this::append);
        deadlines = new Deadlines(deadlineTable, alarms, missed, records, calendar, this::append);
        var own = new OwnDeadlines(deadlineTable, records, records, access);
        deadlineResource = new DeadlinesResource(deadlines, own, records, calendar);
        actionTable = new ActionTable(tables);
        var news = new ActionNews(telling, this::append);
        var actionAlarms = new ActionAlarms(alarms, calendar);
        var actionAccess =
                new ActionAccess(access, FakeOffice.units(), FakeOffice.responsibles(), records, records, calendar);
        var all = new Actions(actionTable, actionAlarms, news, actionAccess, calendar);
        var input = new ActionInput(FakeOffice.accounts(), FakeOffice.units());
        var work = new ActionWork(all, actionAccess, input, news);
        var json = new ActionJson(actionAccess, work, FakeOffice.accounts(), FakeOffice.units(), calendar);
        followUp = new ActionFollowUp(all, parties, calendar);
        actions = new ActionsResource(
                all,
                work,
                new Delegations(all, actionAccess, input, news),
                new ActionLists(actionTable, actionAccess, FakeOffice.units(), calendar),
                actionAccess,
                new ActionRequests(tables, actionTable, calendar),
                json);
        feeds = new Feeds(tables, calendar, this::append);
        person = new PersonInActions(actionTable, actionAccess, json, news, all, feeds, (type, subject, content) -> 0);
        personal = new PersonalCalendar(actionTable, own, records, records, calendar);
        feed = new FeedResource(
                feeds,
                new FeedThrottle(clock),
                personal,
                calendar,
                FakeOffice.accounts(),
                new NoTypes(),
                new NoMail(),
                access,
                access);
        watch = new Watch(
                alarms,
                database.database(),
                access,
                clock,
                List.of(
                        new DeadlineRinging(alarms, missed, records, this::append),
                        new ActionRinging(all, actionAlarms, news, actionAccess, records, FakeOffice.responsibles())));
    }

    /** What the journal says, oldest first. */
    public List<String> actions() {
        return journal.stream().map(Journal.Entry::action).toList();
    }

    @Override
    public void close() {
        database.close();
    }

    private String append(Journal.Entry entry) {
        database.transactions().afterCommit(() -> journal.add(entry));
        return Ids.next();
    }

    private final class Teller implements Telling {
        private final Parties parties;

        Teller(Parties parties) {
            this.parties = parties;
        }

        @Override
        public void person(
                String account, Why why, Optional<String> record, String template, Map<String, String> values) {
            database.transactions().afterCommit(() -> told.add(new Told(account, template)));
        }

        @Override
        public void parties(
                RecordRow row, Why why, List<String> recipients, String template, Map<String, String> values) {
            recipients.stream()
                    .flatMap(party -> parties.accounts(row, party).stream())
                    .forEach(account -> person(account, why, Optional.of(row.id()), template, values));
        }
    }

    /** Whoever the test says. */
    public static final class CallerHere implements Access, Authenticator {
        private Caller caller = Caller.platform("test");

        public void be(String account, String... permissions) {
            caller =
                    new Caller(Caller.Kind.SESSION, Optional.of(account), account, Set.of(permissions), Locale.ENGLISH);
        }

        /** With these permissions in one unit and below it. */
        public void beIn(String unit, String account, String... permissions) {
            var scopes = new HashMap<String, Scope>();
            List.of(permissions).forEach(permission -> scopes.put(permission, Scope.below(unit)));
            caller = new Caller(Caller.Kind.SESSION, Optional.of(account), account, scopes, Locale.ENGLISH);
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public Caller require(String permission) {
            if (!caller.may(permission)) {
                throw Problem.forbidden(permission);
            }
            return caller;
        }

        @Override
        public Caller authenticate(HttpServletRequest request) {
            return caller;
        }

        @Override
        public Binding bind(Caller bound) {
            Caller before = caller;
            caller = bound;
            return () -> caller = before;
        }
    }

    private static final class NoTypes implements RecordTypes {
        @Override
        public List<Type> types() {
            return List.of();
        }

        @Override
        public Optional<Type> type(String name) {
            return Optional.empty();
        }

        @Override
        public List<Definition> definitions(String type) {
            return List.of();
        }
    }

    private static final class NoMail implements Mailer {
        @Override
        public Optional<java.net.URI> platform() {
            return Optional.empty();
        }

        @Override
        public void send(Letter letter) {
            throw new AssertionError("no letters here");
        }
    }

    /** The members of a body. */
    public static Map<String, @Nullable Object> body(@Nullable Object... members) {
        var body = new HashMap<String, @Nullable Object>();
        var rest = new ArrayList<@Nullable Object>(List.of());
        java.util.Collections.addAll(rest, members);
        for (int i = 0; i < rest.size(); i += 2) {
            body.put(String.valueOf(rest.get(i)), rest.get(i + 1));
        }
        return body;
    }
}
