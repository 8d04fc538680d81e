package org.vaksam.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vaksam.insight.dashboard.Bodies.QUERY;
import static org.vaksam.insight.dashboard.Bodies.chart;
import static org.vaksam.insight.dashboard.Bodies.everybody;
import static org.vaksam.insight.dashboard.Bodies.own;
import static org.vaksam.insight.dashboard.Bodies.role;
import static org.vaksam.insight.dashboard.Bodies.widget;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeJournal;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.World;
import org.vaksam.insight.view.Circles;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.spi.security.Grants.Reason;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Dashboards are seen by whom they are for, changed by their owner or with the permission, and limited in number and content. */
class DashboardsTest {
    private static final Caller ANNA = caller("anna", "incidents:report:read");
    private static final Caller BO = caller("bo", "incidents:report:read");
    private static final Caller CHIEF = caller("chief", Dashboards.MANAGE);
    private static final Caller DEPUTY = caller("deputy", Dashboards.MANAGE);

    private final FakeJournal journal = new FakeJournal();
    private TestDatabase database;
    private World world;
    private InsightTables tables;
    private Dashboards dashboards;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        database = database(folder.resolve("database"));
        world = new World(folder.resolve("index"));
        tables = new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class));
        var circles = new Circles((account, permissions) -> List.of(reason(account)), new FakeUnits());
        dashboards = new Dashboards(
                tables,
                new ChartCheck(world.charts()),
                circles,
                () -> Map.of("reader", Text.same("Reader"), "principal", Text.same("Principal")),
                journal,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void oneSeesThoseForOnesRolesThenThoseForAllThenOnesOwn() {
        Dashboard mine = dashboards.add(ANNA, own("Min"));
        Dashboard all = dashboards.add(CHIEF, everybody("Alla"));
        Dashboard readers = dashboards.add(CHIEF, role("Läsare", "reader"));
        dashboards.add(CHIEF, role("Rektorer", "principal"));
        dashboards.add(BO, own("Bos"));

        assertThat(dashboards.list(ANNA)).containsExactly(readers, all, mine);
        assertThat(names(BO)).containsExactly("Rektorer", "Alla", "Bos");
        assertThat(names(DEPUTY)).containsExactly("Läsare", "Rektorer", "Alla");
        assertThat(dashboards.require(ANNA, readers.id())).isEqualTo(readers);
        assertThat(status(() -> dashboards.require(BO, readers.id()))).isEqualTo(404);
        assertThat(status(() -> dashboards.require(CHIEF, mine.id()))).isEqualTo(404);
    }

    @Test
    void theSameOneAgainIsTheOneThereIsAlsoAtTheSameTime() throws Exception {
        Callable<String> adding =
                () -> dashboards.add(ANNA, own("Min", widget("work"))).id();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> ids = people.invokeAll(List.of(adding, adding, adding, adding));
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(ids.get(0).get());
            }
        } finally {
            people.shutdown();
        }
        assertThat(dashboards.list(ANNA)).hasSize(1);
        assertThat(dashboards.add(ANNA, own("Min")).content().widgets()).isEmpty();
        assertThat(dashboards.list(ANNA)).hasSize(2);
    }

    @Test
    void onlyManagersMakeAndChangeSharedOnes() {
        assertThat(status(() -> dashboards.add(ANNA, everybody("Alla")))).isEqualTo(403);
        assertThat(fields(() -> dashboards.add(CHIEF, role("Ingens", "nobody"))))
                .containsExactly("role");
        Dashboard all = dashboards.add(CHIEF, everybody("Alla"));
        assertThat(status(() -> dashboards.change(ANNA, all.id(), any -> true, everybody("Annans"))))
                .isEqualTo(403);
        assertThat(status(() -> dashboards.remove(ANNA, all.id(), any -> true))).isEqualTo(403);
        assertThat(dashboards.mayChange(ANNA, all)).isFalse();
        Dashboard changed = dashboards.change(DEPUTY, all.id(), version -> version == 1, role("Läsare", "reader"));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(dashboards.require(ANNA, all.id())).isEqualTo(changed);
        assertThat(status(() -> dashboards.require(BO, all.id()))).isEqualTo(404);
    }

    @Test
    void nobodyTakesASharedOneForThemselvesButWhoeverMadeIt() {
        Dashboard all = dashboards.add(CHIEF, everybody("Alla"));
        assertThat(fields(() -> dashboards.change(DEPUTY, all.id(), any -> true, own("Min"))))
                .containsExactly("audience");
        assertThat(dashboards.change(CHIEF, all.id(), any -> true, own("Min")).isOwn())
                .isTrue();
        Dashboard mine = dashboards.add(ANNA, own("Min"));
        assertThat(status(() -> dashboards.change(ANNA, mine.id(), any -> true, everybody("Allas"))))
                .isEqualTo(403);
    }

    @Test
    void onlyWhatOneHasReadIsChanged() {
        Dashboard mine = dashboards.add(ANNA, own("Min"));
        assertThat(status(() -> dashboards.change(BO, mine.id(), any -> true, own("Bos"))))
                .isEqualTo(404);
        dashboards.change(ANNA, mine.id(), version -> version == 1, own("Ny", widget("work")));
        assertThat(status(() -> dashboards.change(ANNA, mine.id(), version -> version == 1, own("Äldre"))))
                .isEqualTo(412);
        assertThat(status(() -> dashboards.remove(ANNA, mine.id(), version -> version == 1)))
                .isEqualTo(412);
        assertThat(names(ANNA)).containsExactly("Ny");
        dashboards.remove(ANNA, mine.id(), version -> version == 2);
        assertThat(dashboards.list(ANNA)).isEmpty();
    }

    @Test
    void theJournalTellsOfSharedOnesOnly() {
        dashboards.remove(ANNA, dashboards.add(ANNA, own("Min")).id(), any -> true);
        assertThat(actions()).isEmpty();
        String id = dashboards.add(CHIEF, own("Chefens")).id();
        dashboards.change(CHIEF, id, any -> true, everybody("Allas"));
        dashboards.change(CHIEF, id, any -> true, everybody("Allas", widget("work")));
        dashboards.change(CHIEF, id, any -> true, own("Chefens"));
        dashboards.change(CHIEF, id, any -> true, role("Läsare", "reader"));
        dashboards.remove(DEPUTY, id, any -> true);
        assertThat(actions())
                .containsExactly(
                        "dashboard.created",
                        "dashboard.changed",
                        "dashboard.removed",
                        "dashboard.created",
                        "dashboard.removed");
        assertThat(journal.after(0, 9)).allMatch(entry -> entry.subject().equals(id));
    }

    @Test
    void aChartIsAnswerableForWhoeverPutsItThere() {
        assertThat(fields(() -> dashboards.add(
                        ANNA,
                        own("Min", widget("work"), chart("Bra", QUERY), bad("a", "dimensions=colour"), bad("b", "%")))))
                .containsExactly("widgets[2].chart.query", "widgets[3].chart.query");
        Dashboard mine = dashboards.add(ANNA, own("Min", chart("Slag", QUERY)));
        world.access.permissions();
        assertThat(fields(() -> dashboards.add(ANNA, own("Två", chart("Slag", QUERY)))))
                .containsExactly("widgets[0].chart.query");
        Dashboard renamed = dashboards.change(ANNA, mine.id(), any -> true, own("Min", chart("Sort", QUERY)));
        assertThat(dashboards.require(ANNA, mine.id())).isEqualTo(renamed);
        assertThat(fields(() -> dashboards.change(
                        ANNA, mine.id(), any -> true, own("Min", chart("Sort", QUERY + "&phase=open")))))
                .containsExactly("widgets[0].chart.query");
    }

    @Test
    void onesHomeIsOneThatOneSees() {
        Dashboard mine = dashboards.add(ANNA, own("Min"));
        Dashboard readers = dashboards.add(CHIEF, role("Läsare", "reader"));
        assertThat(home(ANNA)).isEmpty();
        assertThat(fields(() -> dashboards.begin(BO, Optional.of(readers.id()))))
                .containsExactly("id");
        dashboards.begin(ANNA, Optional.of(mine.id()));
        dashboards.begin(ANNA, Optional.of(readers.id()));
        assertThat(home(ANNA)).contains(readers.id());
        dashboards.change(CHIEF, readers.id(), any -> true, role("Rektorer", "principal"));
        assertThat(home(ANNA)).isEmpty();
        dashboards.begin(ANNA, Optional.of(mine.id()));
        dashboards.begin(ANNA, Optional.empty());
        assertThat(home(ANNA)).isEmpty();
        dashboards.begin(ANNA, Optional.of(mine.id()));
        dashboards.remove(ANNA, mine.id(), any -> true);
        assertThat(database.database().<Optional<String>>read(sql -> DashboardTable.home(sql, ANNA.person())))
                .isEmpty();
    }

    @Test
    void thereIsAnEndToThem() {
        for (int i = 0; i < Dashboards.MOST_OWN; i++) {
            dashboards.add(CHIEF, own("Egen " + i));
        }
        for (int i = 0; i < Dashboards.MOST_SHARED; i++) {
            dashboards.add(i % 2 == 0 ? CHIEF : DEPUTY, everybody("Delad " + i));
        }
        assertThat(status(() -> dashboards.add(CHIEF, own("En till")))).isEqualTo(409);
        assertThat(status(() -> dashboards.add(DEPUTY, everybody("En till")))).isEqualTo(409);
        String own = dashboards.add(CHIEF, own("Egen 0")).id();
        assertThat(status(() -> dashboards.change(CHIEF, own, any -> true, everybody("Delad"))))
                .isEqualTo(409);
        String shared = dashboards.add(CHIEF, everybody("Delad 0")).id();
        assertThat(status(() -> dashboards.change(CHIEF, shared, any -> true, own("Egen"))))
                .isEqualTo(409);
        assertThat(dashboards.change(CHIEF, own, any -> true, own("Annan")).version())
                .isEqualTo(2);
        assertThat(dashboards.list(ANNA)).hasSize(Dashboards.MOST_SHARED);
    }

    @Test
    void whoeverHasNoAccountHasNoDashboards() {
        var service = new Caller(Caller.Kind.TOKEN, Optional.empty(), "Tjänst", Set.of("*"), Locale.ENGLISH);
        assertThat(status(() -> dashboards.list(service))).isEqualTo(403);
        assertThat(status(() -> dashboards.add(service, own("Min")))).isEqualTo(403);
    }

    @Test
    void aPersonsOwnGoWithThemAndTheirNameIsTakenOutOfOthers() {
        Dashboard annas = dashboards.add(ANNA, own("Min"));
        Dashboard all = dashboards.add(
                CHIEF,
                everybody(
                        "Anna Berg väljer",
                        chart("Anna Bergs ärenden", QUERY + "&q=%22Anna+Berg%22"),
                        widget("text", "title", "Fråga", "text", "Ring Anna Berg eller \"Bo\".")));
        dashboards.add(BO, own("Anna Berg"));
        var persons = new PersonInDashboards(tables, dashboards, as(CHIEF));
        var person = new Person(ANNA.account(), List.of("Anna Berg"));

        var found = persons.find(person);
        assertThat(found.places()).extracting("id").containsExactly(annas.id(), all.id());
        assertThat(found.places().get(1).found()).containsExactly("name", "widgets");
        assertThat(found.hidden()).hasSize(1);
        assertThat(persons.copy(person, annas.id())).containsEntry("name", "Min");
        assertThat(persons.erase(person, annas.id(), "9")).isEqualTo(Outcome.CHANGED);
        assertThat(persons.erase(person, annas.id(), "1")).isEqualTo(Outcome.ERASED);
        assertThat(persons.erase(person, annas.id(), "1")).isEqualTo(Outcome.GONE);
        assertThat(persons.erase(person, all.id(), "1")).isEqualTo(Outcome.ERASED);
        assertThat(persons.find(person).places()).isEmpty();
        Dashboard rest = dashboards.require(CHIEF, all.id());
        assertThat(rest.version()).isEqualTo(2);
        assertThat(rest.content().name()).isEqualTo(Person.MARK + " väljer");
        assertThat(rest.content().widgets().stream().flatMap(widget -> widget.texts().stream()))
                .contains("Fråga", "Ring […] eller \"Bo\".", "[…] ärenden", "\"[…]\"", "incidents.report");
    }

    @Test
    void theAnswerSaysWhatTheCallerMay() {
        Caller anna = new Caller(
                Caller.Kind.SESSION,
                Optional.of(FakeAccounts.ANNA),
                "Anna",
                Set.of("incidents:report:read"),
                Locale.ENGLISH);
        Dashboard mine = dashboards.add(anna, own("Min", widget("text", "text", "Hej")));
        dashboards.add(CHIEF, everybody("Alla"));
        dashboards.begin(anna, Optional.of(mine.id()));
        var listed = new DashboardsResource(dashboards, new FakeAccounts(), as(anna)).list();
        assertThat(listed.home()).contains(mine.id());
        assertThat(listed.mayManage()).isFalse();
        assertThat(listed.items()).extracting("own", "mayChange").containsExactly(pair(false), pair(true));
        var view = listed.items().get(1);
        assertThat(view.owner()).isEqualTo(new DashboardsResource.Owner(FakeAccounts.ANNA, "Anna Berg"));
        assertThat(view.audience()).isEqualTo("own");
        assertThat(view.widgets())
                .containsExactly(Map.of("id", "text", "kind", "text", "width", "half", "text", "Hej"));
    }

    private static Tuple pair(boolean both) {
        return Tuple.tuple(both, both);
    }

    private static Map<String, @Nullable Object> bad(String id, String query) {
        var widget = chart("Fel", query);
        widget.put("id", id);
        return widget;
    }

    private List<String> names(Caller caller) {
        return dashboards.list(caller).stream()
                .map(dashboard -> dashboard.content().name())
                .toList();
    }

    private Optional<String> home(Caller caller) {
        return dashboards.home(caller, dashboards.list(caller));
    }

    private List<String> actions() {
        return journal.after(0, 100).stream().map(Sealed::action).toList();
    }

    private static Reason reason(String account) {
        String role = Stream.of(ANNA.person(), FakeAccounts.ANNA).anyMatch(account::equals) ? "reader" : "";
        return new Reason(
                "grant",
                Optional.empty(),
                account.equals(BO.person()) ? "principal" : role,
                Text.same("role"),
                "incidents:report:read",
                Optional.empty());
    }

    private static Caller caller(String name, String permission) {
        return new Caller(
                Caller.Kind.SESSION, Optional.of(FakeUnits.id(name)), name, Set.of(permission), Locale.ENGLISH);
    }

    private static Access as(Caller caller) {
        return new Access() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public Caller require(String permission) {
                return caller;
            }
        };
    }

    private static int status(ThrowingCallable refused) {
        var seen = new int[1];
        assertThatThrownBy(refused).isInstanceOfSatisfying(Problem.class, problem -> seen[0] = problem.status());
        return seen[0];
    }

    private static List<String> fields(ThrowingCallable refused) {
        var seen = new ArrayList<String>();
        assertThatThrownBy(refused).isInstanceOfSatisfying(Problem.class, problem -> problem.fields().stream()
                .map(FieldProblem::field)
                .forEach(seen::add));
        return seen;
    }
}
