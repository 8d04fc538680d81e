package org.vaksam.insight.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Shape;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.FakeAccess;
import org.vaksam.insight.testing.FakeJournal;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.spi.records.RecordCharts.Kept;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Charts stay on a record as they were shown, seen by whoever sees it and changed by whoever handles it. */
class FrozenChartsTest {
    private static final String DRAFT = UUID.randomUUID().toString();
    private static final String CLOSED = UUID.randomUUID().toString();
    private static final Chart KINDS =
            new Chart("Slag", Shape.BARS, "type=incidents.report&dimensions=kind&occurredAt=last-week");

    private final FakeRecordAccess records = new FakeRecordAccess();
    private final FakeJournal journal = new FakeJournal();
    private TestDatabase database;
    private World world;
    private FrozenCharts charts;
    private PersonInCharts persons;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        var clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        database = database(folder.resolve("database"));
        world = new World(folder.resolve("index"), clock);
        report(1);
        var tables = new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class));
        charts = new FrozenCharts(tables, world.charts(), records, row -> {}, journal, new FakeAccess(), clock);
        persons = new PersonInCharts(tables, records);
        records.put(DRAFT, "open");
        records.put(CLOSED, "closed");
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void staysAsItWasShown() {
        FrozenChart added = charts.add(DRAFT, KINDS, "Fler än väntat");
        assertThat(added.chart().query()).contains("occurredAt=2026-11-16..2026-11-22");
        report(2);
        assertThat(charts.of(DRAFT)).singleElement().satisfies(kept -> {
            assertThat(kept.note()).isEqualTo("Fler än väntat");
            assertThat(total(kept)).isEqualTo(1);
        });
        FrozenChart renewed = charts.renew(added.id(), version -> version == 1);
        assertThat(total(renewed)).isEqualTo(2);
        assertThat(renewed.version()).isEqualTo(2);
        assertThat(charts.of(records.require(DRAFT)))
                .extracting(Kept::title, Kept::shape)
                .containsExactly(tuple("Slag", "bars"));
    }

    @Test
    void theSameOneAgainIsTheOneThereIs() {
        FrozenChart first = charts.add(DRAFT, KINDS, "");
        assertThat(charts.add(DRAFT, KINDS, "en gång till").id()).isEqualTo(first.id());
        assertThat(charts.of(DRAFT)).hasSize(1);
    }

    @Test
    void anOrderOfThePeoplesChoice() {
        String one = charts.add(DRAFT, KINDS, "").id();
        String two = charts.add(DRAFT, titled("Två"), "").id();
        String three = charts.add(DRAFT, titled("Tre"), "").id();
        charts.order(DRAFT, List.of(three, one, two));
        assertThat(charts.of(DRAFT)).extracting(FrozenChart::id).containsExactly(three, one, two);
        assertThat(status(() -> charts.order(DRAFT, List.of(one, two)))).isEqualTo(409);
        assertThat(status(() -> charts.order(DRAFT, List.of(one, one, two)))).isEqualTo(409);
        charts.remove(one, version -> true);
        assertThat(charts.add(DRAFT, titled("Fyra"), "").sequence()).isGreaterThan(2);
    }

    @Test
    void titleShapeAndNoteChangeButNotWhatWasAsked() {
        FrozenChart added = charts.add(DRAFT, KINDS, "");
        FrozenChart changed = charts.change(added.id(), version -> version == 1, "Annat", Shape.TABLE, "Ord");
        assertThat(charts.find(added.id())).isEqualTo(changed);
        assertThat(changed.chart().query()).isEqualTo(added.chart().query());
        assertThat(status(() -> charts.change(added.id(), version -> version == 1, "A", Shape.TABLE, "")))
                .isEqualTo(412);
        assertThat(status(() -> charts.remove(added.id(), version -> version == 1)))
                .isEqualTo(412);
    }

    @Test
    void nothingChangesOnceTheRecordIsClosed() {
        FrozenChart added = charts.add(DRAFT, KINDS, "");
        records.put(DRAFT, "closed");
        assertThat(charts.mayChange(DRAFT)).isFalse();
        assertThat(status(() -> charts.add(CLOSED, KINDS, ""))).isEqualTo(409);
        assertThat(status(() -> charts.renew(added.id(), version -> true))).isEqualTo(409);
        assertThat(status(() -> charts.remove(added.id(), version -> true))).isEqualTo(409);
        assertThat(charts.of(DRAFT)).hasSize(1);
    }

    @Test
    void whoSeesTheRecordSeesThemAndWhoHandlesItChangesThem() {
        FrozenChart added = charts.add(DRAFT, KINDS, "");
        records.handles = false;
        assertThat(charts.of(DRAFT)).hasSize(1);
        assertThat(charts.mayChange(DRAFT)).isFalse();
        assertThat(status(() -> charts.add(DRAFT, KINDS, ""))).isEqualTo(403);
        records.hide(DRAFT);
        assertThat(status(() -> charts.of(DRAFT))).isEqualTo(404);
        assertThat(status(() -> charts.find(added.id()))).isEqualTo(404);
        assertThat(status(() -> charts.find("nothing"))).isEqualTo(404);
    }

    @Test
    void theNextWeekBeginsWithThoseOfTheLast() {
        records.put(CLOSED, "open");
        charts.add(CLOSED, KINDS, "Vecka 47");
        records.put(CLOSED, "closed");
        List<FrozenChart> copies = charts.copy(CLOSED, DRAFT, 7);
        assertThat(copies).singleElement().satisfies(copy -> {
            assertThat(copy.chart().query()).contains("occurredAt=2026-11-23..2026-11-29");
            assertThat(copy.note()).isEmpty();
            assertThat(total(copy)).isZero();
        });
        assertThat(status(() -> charts.copy(CLOSED, DRAFT, 7))).isEqualTo(409);
    }

    @Test
    void thereIsAnEndToThem() {
        for (int i = 0; i < FrozenCharts.MOST; i++) {
            charts.add(DRAFT, titled("Nummer " + i), "");
        }
        assertThat(status(() -> charts.add(DRAFT, titled("En till"), ""))).isEqualTo(409);
    }

    @Test
    void aPersonNamedByTheFiguresIsFoundAndErased() {
        charts.add(DRAFT, new Chart("Platser", Shape.BARS, "type=incidents.report&dimensions=place"), "");
        var person = new Person(Optional.empty(), List.of("Plats Platsson"));
        assertThat(persons.find(person).places()).singleElement().satisfies(place -> {
            assertThat(place.about()).isEqualTo(Optional.of(DRAFT));
            assertThat(persons.erase(person, place.id(), place.version())).isEqualTo(Outcome.ERASED);
            assertThat(persons.erase(person, place.id(), place.version())).isEqualTo(Outcome.GONE);
        });
        assertThat(persons.find(person).places()).isEmpty();
    }

    private static Chart titled(String title) {
        return new Chart(title, KINDS.shape(), KINDS.query());
    }

    private void report(int number) {
        world.put(Row.number(number).occurredAt("2026-11-18T10:00:00Z").place("Plats Platsson"));
        world.settle();
    }

    private static int total(FrozenChart chart) {
        try {
            return new ObjectMapper().readTree(chart.answer()).get("total").asInt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(ThrowingCallable refused) {
        var seen = new int[1];
        assertThatThrownBy(refused).isInstanceOfSatisfying(Problem.class, problem -> seen[0] = problem.status());
        return seen[0];
    }
}
