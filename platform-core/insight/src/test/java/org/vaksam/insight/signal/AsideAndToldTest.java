package org.vaksam.insight.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.insight.signal.dismiss.DismissalTable;
import org.vaksam.insight.signal.dismiss.Dismissals;
import org.vaksam.insight.signal.follow.FollowTable;
import org.vaksam.insight.signal.follow.Sight;
import org.vaksam.insight.signal.follow.SignalWatch;
import org.vaksam.insight.signal.rest.SignalView;
import org.vaksam.insight.signal.rest.SignalsResource;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Grants;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** Signals put aside with a reason, and told once to those who follow. */
final class AsideAndToldTest {
    private final HandClock clock = new HandClock("2025-11-20T12:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final List<Grants.Reason> reasons = new ArrayList<>();
    private World world;
    private Signals signals;
    private TestDatabase database;
    private SignalsResource resource;
    private FollowTable follows;
    private Dismissals dismissals;
    private SignalWatch watch;
    private Year year;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder.resolve("index"));
        database = TestDatabase.derby(folder);
        signals = world.signals(clock);
        var tables = new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class));
        follows = new FollowTable(tables);
        dismissals =
                new Dismissals(new DismissalTable(tables), database.transactions(), world.journal, world.access, clock);
        resource = new SignalsResource(
                signals, world.scopes(), dismissals, follows, new FakeAccounts(), world.access, clock);
        watch = watch();
        year = Year.usual();
        for (int age = 0; age < 6; age++) {
            year.add("threat", "Torget", "north", age);
        }
        world.put(year.rows());
        grant("incidents:report:read", Optional.empty());
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
        database.close();
        world.close();
    }

    @Test
    void aDismissalHidesItForAWhileAndIsTold() {
        String key = list().items().get(0).key();
        SignalView aside = resource.dismiss(key, Address.of(), body("Torgmarknad", "2025-11-30"));
        assertThat(aside.dismissal()).hasValueSatisfying(each -> {
            assertThat(each.reason()).isEqualTo("Torgmarknad");
            assertThat(each.name()).contains("Anna Berg");
            assertThat(each.until()).isEqualTo("2025-11-30");
        });
        assertThat(list().items()).isEmpty();
        assertThat(resource.list(Address.of("dismissed=true")).items())
                .extracting(SignalView::key)
                .contains(key);
        assertThat(world.journal.after(0, 10_000))
                .extracting(entry -> entry.action())
                .contains("signal.dismissed");

        resource.recall(key, Address.of());
        assertThat(list().items()).extracting(SignalView::key).contains(key);
        assertThat(world.journal.after(0, 10_000))
                .extracting(entry -> entry.action())
                .contains("signal.recalled");
    }

    @Test
    void itComesBackWhenItsTimeIsOverAndWhenItGrowsClearlyWorse() {
        String key = list().items().get(0).key();
        resource.dismiss(key, Address.of(), body("Känt", "2025-11-20"));
        assertThat(list().items()).isEmpty();
        clock.set("2025-11-20T23:30:00Z");
        assertThat(list().items()).as("tomorrow in Sweden").isNotEmpty();

        clock.set("2025-11-20T12:00:00Z");
        resource.dismiss(key, Address.of(), body("Känt", "2025-12-20"));
        happens("north", 0);
        assertThat(list().items()).as("a little worse").isEmpty();
        for (int i = 0; i < 5; i++) {
            happens("north", 0);
        }
        assertThat(list().items())
                .as("clearly worse")
                .extracting(SignalView::key)
                .contains(key);
    }

    @Test
    void whoSeesLessHidesNothingFromWhoSeesMore() {
        for (int i = 0; i < 9; i++) {
            happens("city", i % 3);
        }
        world.access.in(Scope.below(FakeUnits.id("schools")), "incidents:report:read");
        SignalView some = list().items().get(0);
        assertThat(some.observed()).isEqualTo(6);
        resource.dismiss(some.key(), Address.of(), body("Övning", "2025-12-01"));
        assertThat(list().items()).extracting(SignalView::key).doesNotContain(some.key());
        world.access.permissions("*");
        assertThat(list().items()).extracting(SignalView::key).contains(some.key());
    }

    @Test
    void onlyWhatIsSeenCanBeDismissed() {
        String key = list().items().get(0).key();
        world.access.in(Scope.below(FakeUnits.id("parks")), "incidents:report:read");
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), body("x", "2025-12-01")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> resource.one("' OR 1=1", Address.of())).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        String key = list().items().get(0).key();
        assertThatThrownBy(
                        () -> resource.dismiss(key, Address.of(), Map.of("reason", " ", "until", "1999-01-01", "x", 1)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("reason", "until", "x"));
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), body("y".repeat(1_001), "2025-12-01")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.dismiss(key, Address.of(), null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.list(Address.of("kinds=loud"))).hasMessageContaining("hotspot");
        assertThatThrownBy(() -> resource.list(Address.of("occurredAt=2025-01-01..")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("unknown-parameter"));
        assertThatThrownBy(() -> resource.list(Address.of("limit=0"))).isInstanceOf(Problem.class);
    }

    @Test
    void followersAreToldOnce() throws Exception {
        look();
        assertThat(told).as("nobody follows").isEmpty();
        resource.follow();
        resource.follow();
        assertThat(list().following()).isTrue();
        look();
        assertThat(told)
                .hasSize(1)
                .first()
                .asString()
                .contains("Threat in Torget")
                .contains("observed=6");
        look();
        watch.close();
        watch = watch();
        look();
        assertThat(told).as("after a restart").hasSize(1);

        resource.unfollow();
        for (int i = 0; i < 9; i++) {
            happens("north", 0);
        }
        look();
        assertThat(told).as("no longer").hasSize(1);
    }

    @Test
    void followersAreToldAgainWhenItIsClearlyWorseAndWhenItWasGone() {
        resource.follow();
        look();
        happens("north", 0);
        look();
        assertThat(told).hasSize(1);
        for (int i = 0; i < 6; i++) {
            happens("north", 0);
        }
        look();
        assertThat(told).as("clearly worse").hasSize(2);
        clock.set("2026-02-20T12:00:00Z");
        look();
        clock.set("2025-11-20T12:00:00Z");
        look();
        assertThat(told).as("gone and back").hasSize(3);
    }

    @Test
    void followersAreToldOfWhatTheyMaySee() {
        resource.follow();
        reasons.clear();
        grant("incidents:report:read", Optional.of(FakeUnits.id("parks")));
        look();
        assertThat(told).isEmpty();
        reasons.clear();
        look();
        assertThat(told).isEmpty();
        grant("incidents:report:read", Optional.of(FakeUnits.id("schools")));
        look();
        assertThat(told).hasSize(1);
    }

    @Test
    void followersAreNotToldOfWhatIsPutAside() {
        resource.follow();
        resource.dismiss(list().items().get(0).key(), Address.of(), body("Känt", "2025-12-01"));
        look();
        assertThat(told).isEmpty();
    }

    @Test
    void aNoticeThatCannotBeWrittenIsToldLater() {
        resource.follow();
        told.add("full");
        look();
        assertThat(told).containsExactly("full");
        told.clear();
        look();
        assertThat(told).hasSize(1);
    }

    /** A threat, and the minute after it, in which signals may still be as they were. */
    private void happens(String unit, int age) {
        world.put(year.add("threat", "Torget", unit, age));
        clock.advance(Duration.ofMinutes(1));
    }

    private SignalsResource.Listed list() {
        world.settle();
        return resource.list(Address.of());
    }

    private void look() {
        world.settle();
        watch.look();
    }

    private static Map<String, Object> body(String reason, String until) {
        return Map.of("reason", reason, "until", until);
    }

    private void grant(String permission, Optional<String> unit) {
        reasons.add(new Grants.Reason("g", Optional.empty(), "reader", Text.same("Reader"), permission, unit));
    }

    private SignalWatch watch() {
        Grants grants = (account, permissions) -> reasons.stream()
                .filter(reason -> permissions.contains(reason.permission()))
                .toList();
        var sight = new Sight(new FakeAccounts(), grants, world.types);
        return new SignalWatch(follows, sight, world.scopes(), signals, dismissals, this::tell, authenticator(), clock);
    }

    private void tell(String account, String kind, String template, Map<String, String> params) {
        if (told.equals(List.of("full"))) {
            throw new IllegalStateException("no room");
        }
        assertThat(List.of(account, kind, template)).containsExactly(FakeAccounts.ANNA, "signal", "signal");
        told.add(params.toString());
    }

    private Authenticator authenticator() {
        return new Authenticator() {
            @Override
            public Caller authenticate(HttpServletRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Binding bind(Caller caller) {
                Caller before = world.access.caller();
                world.access.as(caller);
                return () -> world.access.as(before);
            }
        };
    }
}
