package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Scope;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordQuery;

/** Nothing leaks: neither through lists nor through totals, tables, facets or maps. */
final class PermissionTest {
    private World world;

    @BeforeEach
    void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                Row.number(1).title("Inbrott").place("Malmö", 55.6, 13),
                Row.number(2).title("Inbrott").place("Malmö", 55.6, 13).secrecy("restricted"),
                Row.number(3)
                        .title("Inbrott")
                        .place("Malmö", 55.6, 13)
                        .type(FakeTypes.ROUND)
                        .kind("quarterly"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoMayNothingSeesNothing() {
        world.access.permissions();
        assertSees(0);
        world.access.permissions("incidents:report:create", "incidents:report:handle", "incidents:report:restricted");
        assertSees(0);
    }

    @Test
    void readersSeeTheirTypeWithoutWhatIsRestricted() {
        world.access.permissions("incidents:report:read");
        assertSees(1);
        assertThat(world.list()).containsExactly(Row.id(1));
        assertThat(world.total("secrecy=restricted")).isZero();
    }

    @Test
    void aFileOfAllHoldsNothingElse() {
        world.access.permissions("incidents:report:read");
        List<String> all = new ArrayList<>();
        assertThat(world.all(World.query(""), 10, all::addAll)).isEqualTo(1);
        assertThat(all).containsExactly(Row.id(1));
    }

    @Test
    void restrictedNeedsItsOwnPermission() {
        world.access.permissions("incidents:report:read", "incidents:report:restricted");
        assertSees(2);
    }

    @Test
    void everythingMeansEverything() {
        assertSees(3);
    }

    @Test
    void askingForAnotherTypeIsForbidden() {
        world.access.permissions("incidents:report:read");
        var query = new RecordQuery(List.of(FakeTypes.ROUND), Map.of(), "", "", Optional.empty(), 10);
        assertThatThrownBy(() -> world.search(query)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.detail().en()).contains("fire:round:read");
        });
        assertThatThrownBy(() -> world.insight().cube(Address.of("type=fire.round")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aUnitMeansItAndWhatIsBelowInEveryListAndTotal() {
        world.put(
                Row.number(11).title("Inbrott").place("A", 55.6, 13).unit("schools"),
                Row.number(12).title("Inbrott").place("A", 55.6, 13).unit("north"),
                Row.number(13).title("Inbrott").place("A", 55.6, 13).unit("parks"),
                Row.number(14).title("Inbrott").place("A", 55.6, 13).unit("city"),
                Row.number(15)
                        .title("Inbrott")
                        .place("A", 55.6, 13)
                        .unit("north")
                        .secrecy("restricted"));
        Scope schools = Scope.below(FakeUnits.id("schools"));

        world.access.in(schools, "incidents:report:read");
        assertSees(2);
        assertThat(world.list()).containsExactlyInAnyOrder(Row.id(11), Row.id(12));
        assertThat(world.total("unit=city")).isEqualTo(2);
        world.access.in(schools, "incidents:report:read", "incidents:report:restricted");
        assertSees(3);
        world.access.in(schools, "*");
        assertSees(3);
        world.access.in(Scope.below(FakeUnits.id("north")), "incidents:report:read");
        assertSees(1);
    }

    @Test
    void aUnitThatMovesTakesItsRecordsAlong() {
        world.put(Row.number(11).title("Inbrott").place("A", 55.6, 13).unit("north"));
        world.access.in(Scope.below(FakeUnits.id("parks")), "incidents:report:read");
        assertSees(0);
        world.units.move("north", "parks");
        world.journal.append("unit.changed", "unit", FakeUnits.id("north"));
        assertSees(1);
        world.units.move("north", "schools");
        assertThat(world.searchResource().search(Address.of("q=inbrott")).items())
                .isEmpty();
    }

    @Test
    void aSharedRecordIsInEveryListAndTotalThroughItsLastDay() {
        world.put(
                Row.number(11).title("Inbrott").place("A", 55.6, 13).unit("parks"),
                Row.number(12)
                        .title("Inbrott")
                        .place("A", 55.6, 13)
                        .unit("parks")
                        .secrecy("restricted"),
                Row.number(13).title("Inbrott").place("A", 55.6, 13).unit("parks"));
        Scope north = Scope.below(FakeUnits.id("north"));
        world.access.in(north, "incidents:report:read");
        assertSees(0);
        for (int number : new int[] {11, 12}) {
            world.shares.share(Row.id(number), FakeUnits.id("north"), LocalDate.of(2026, 3, 1));
            world.journal.append("record.shared", FakeTypes.REPORT, Row.id(number));
        }
        assertSees(1);
        assertThat(world.list()).containsExactly(Row.id(11));
        world.access.in(north, "incidents:report:create", "incidents:report:restricted");
        assertSees(2);
        world.shares.today = LocalDate.of(2026, 3, 2);
        assertSees(0);
        world.shares.today = LocalDate.of(2026, 3, 1);
        world.shares.withdraw(Row.id(11));
        world.journal.append("record.share-withdrawn", FakeTypes.REPORT, Row.id(11));
        assertSees(1);
        world.access.in(Scope.below(FakeUnits.id("schools")), "incidents:report:read");
        assertSees(0);
    }

    @Test
    void whatOneReportedOrIsAssignedIsSeenEverywhere() {
        world.put(
                Row.number(11)
                        .title("Inbrott")
                        .place("A", 55.6, 13)
                        .unit("parks")
                        .reporter(FakeAccounts.ANNA),
                Row.number(12).title("Inbrott").place("A", 55.6, 13).assignee(FakeAccounts.ANNA),
                Row.number(13)
                        .title("Inbrott")
                        .place("A", 55.6, 13)
                        .reporter(FakeAccounts.ANNA)
                        .secrecy("restricted"));
        world.access.in(Scope.below(FakeUnits.id("north")), "incidents:report:read");
        assertSees(2);
        world.access.permissions("incidents:report:create");
        assertSees(2);
        world.access.permissions();
        assertSees(0);
    }

    @Test
    void aHitThatIsRestrictedIsJournalled() {
        world.access.permissions("incidents:report:read", "incidents:report:restricted");
        long before = world.journal.head();
        assertThat(world.searchResource().search(Address.of("q=inbrott")).items())
                .hasSize(2);
        assertThat(world.journal.after(before, 10))
                .extracting(Sealed::action, Sealed::subject)
                .containsExactly(tuple("record.read", Row.id(2)));

        world.access.permissions("incidents:report:read");
        world.searchResource().search(Address.of("q=inbrott"));
        assertThat(world.journal.head()).isEqualTo(before + 1);
    }

    @Test
    void searchShowsTheStateOfNow() {
        world.access.permissions("incidents:report:read");
        world.records.put(Row.number(1).title("Inbrott").secrecy("restricted").build());
        assertThat(world.searchResource().search(Address.of("q=inbrott")).items())
                .isEmpty();
    }

    private void assertSees(int records) {
        assertThat(world.total()).isEqualTo(records);
        assertThat(world.find("inbrott")).hasSize(records);
        assertThat(world.searchResource().search(Address.of("q=inbrott")).items())
                .hasSize(records);
        assertThat(Picture.read(world.insight().cube(Address.of("dimensions=type,secrecy")))
                        .get("total")
                        .asInt())
                .isEqualTo(records);
        assertThat(world.insight().facets(Address.of("fields=kind")).total()).isEqualTo(records);
        assertThat(world.insight().map(Address.of("zoom=3")).located()).isEqualTo(records);
    }
}
