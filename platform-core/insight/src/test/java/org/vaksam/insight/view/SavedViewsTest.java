package org.vaksam.insight.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.spi.security.Grants.Reason;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Views are seen by their owner, and by the role or unit that they are shared with, as long as one may read the records. */
final class SavedViewsTest {
    private static final String READ = "incidents:report:read";
    private static final Caller ANNA = caller("anna", Scope.EVERYWHERE);
    private static final Caller BO = caller("bo", Scope.below(FakeUnits.id("north")));
    private static final Caller CARIN = caller("carin", Scope.below(FakeUnits.id("parks")));

    private final Map<String, Reason> grants = new HashMap<>();
    private TestDatabase database;
    private SavedViews views;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = TestDatabase.derby(folder);
        var tables = new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class));
        grants.put(id("anna"), reason("reader", Optional.empty()));
        grants.put(id("bo"), reason("principal", Optional.of(FakeUnits.id("north"))));
        grants.put(id("carin"), reason("reader", Optional.of(FakeUnits.id("parks"))));
        var circles = new Circles((account, permissions) -> List.of(grants.get(account)), new FakeUnits());
        views = new SavedViews(tables, circles, new FakeTypes(), new FakeUnits(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameViewAgainIsTheOneThereIsAndANameIsTakenOnce() {
        SavedView view = views.add(ANNA, read("name", "Mina", "query", "phase=open"));
        assertThat(views.add(ANNA, read("name", "Mina", "query", "phase=open"))).isEqualTo(view);
        assertThatThrownBy(() -> views.add(ANNA, read("name", "Mina", "query", "phase=closed")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(views.list(ANNA, Optional.empty())).containsExactly(view);
        assertThat(views.add(BO, read("name", "Mina", "query", "phase=closed")).id())
                .isNotEqualTo(view.id());
    }

    @Test
    void whatIsSharedWithAUnitIsSeenBelowItOnly() {
        SavedView view = views.add(ANNA, read("name", "Skolorna", "unit", FakeUnits.id("schools")));
        assertThat(views.list(BO, Optional.of(FakeTypes.REPORT))).containsExactly(view);
        assertThat(views.require(BO, view.id())).isEqualTo(view);
        assertThat(views.list(CARIN, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> views.require(CARIN, view.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void whatIsSharedWithARoleIsSeenByThoseWhoHaveItAndMayRead() {
        SavedView view = views.add(ANNA, read("name", "Läsarna", "role", "reader"));
        assertThat(views.list(CARIN, Optional.empty())).containsExactly(view);
        assertThat(views.list(BO, Optional.empty())).isEmpty();
        var without = new Caller(Caller.Kind.SESSION, CARIN.account(), "Carin", Map.of(), Locale.ENGLISH);
        assertThat(views.list(without, Optional.empty())).isEmpty();
        assertThatThrownBy(() -> views.require(without, view.id())).isInstanceOf(Problem.class);
    }

    @Test
    void nobodySharesBeyondTheirOwn() {
        assertThat(refused(BO, "unit", FakeUnits.id("parks"))).containsExactly("unit");
        assertThat(refused(BO, "unit", "nowhere")).containsExactly("unit");
        assertThat(refused(BO, "role", "reader")).containsExactly("role");
        assertThat(views.add(BO, read("name", "Norra", "unit", FakeUnits.id("north"))))
                .isNotNull();
    }

    @Test
    void onlyTheOwnerChangesAndOnlyWhatTheyHaveRead() {
        SavedView view = views.add(ANNA, read("name", "Läsarna", "role", "reader"));
        var next = read("name", "Läsarnas", "role", "reader");
        assertThatThrownBy(() -> views.change(CARIN, view.id(), any -> true, next))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> views.change(ANNA, view.id(), version -> version == 9, next))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
        assertThat(views.change(ANNA, view.id(), version -> version == 1, next).version())
                .isEqualTo(2);
        assertThatThrownBy(() -> views.remove(CARIN, view.id(), any -> true)).isInstanceOf(Problem.class);
        views.remove(ANNA, view.id(), version -> version == 2);
        assertThat(views.list(ANNA, Optional.empty())).isEmpty();
    }

    @Test
    void thereIsAnEndToThem() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            views.add(ANNA, read("name", "Vy " + i));
        }
        assertThatThrownBy(() -> views.add(ANNA, read("name", "En till"))).isInstanceOf(Problem.class);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> read("name", " ", "colour", "red", "shape", "cube", "columns", List.of("a b")))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("name", "colour", "shape", "columns"));
        assertThatThrownBy(() -> ViewInput.read(null)).isInstanceOf(Problem.class);
    }

    private List<String> refused(Caller caller, String member, String value) {
        try {
            views.add(caller, read("name", "Delad", member, value));
            return List.of();
        } catch (Problem e) {
            return e.fields().stream().map(FieldProblem::field).toList();
        }
    }

    private static SavedView.Content read(Object... members) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("type", FakeTypes.REPORT);
        for (int i = 0; i < members.length; i += 2) {
            body.put(String.valueOf(members[i]), members[i + 1]);
        }
        return ViewInput.read(body);
    }

    private static Reason reason(String role, Optional<String> unit) {
        return new Reason("grant", Optional.empty(), role, Text.same(role), READ, unit);
    }

    private static Caller caller(String name, Scope scope) {
        return new Caller(Caller.Kind.SESSION, Optional.of(id(name)), name, Map.of(READ, scope), Locale.ENGLISH);
    }

    private static String id(String name) {
        return FakeUnits.id(name);
    }
}
