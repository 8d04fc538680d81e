package org.vaksam.security.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.UnitUse;
import org.vaksam.spi.web.EntityTags;

/** Units as they were, are and will be. On Derby; {@link UnitTimeOnPostgresqlTest} repeats it. */
class UnitTimeTest extends UnitScene {
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void aMoveIsPlannedAndHappensOnItsDay() {
        unit("A", null);
        unit("B", null);
        UnitRow c = unit("C", "A");
        unit("D", "C");

        office.change(c.id(), Map.of("parent", "B", "from", "2027-01-01"));

        assertThat(codesAbove("D", YEAR_END)).containsExactly("A", "C");
        assertThat(codesAbove("D", NEW_YEAR)).containsExactly("B", "C");
        assertThat(office.directory.find("D").orElseThrow().path())
                .startsWith(office.row("A").id());

        security.clock.advance(Duration.ofDays(60));
        int before = security.journal.actions().size();
        assertThat(office.reorganiser.takeEffect()).isEqualTo(1);
        assertThat(office.reorganiser.takeEffect()).isZero();
        assertThat(security.journal.actions()).hasSize(before + 1).endsWith("unit.changed");
        assertThat(office.directory.find("D").orElseThrow().path())
                .startsWith(office.row("B").id());
        assertThat(codesAbove("D", YEAR_END)).containsExactly("A", "C");
    }

    @Test
    void aNewNameDoesNotUndoAMoveThatIsPlanned() {
        unit("A", null);
        unit("B", null);
        UnitRow c = unit("C", "A");
        office.change(c.id(), Map.of("parent", "B", "from", "2027-01-01"));

        office.change(c.id(), Map.of("name", Map.of("sv", "Nytt", "en", "New")));

        UnitRow then = office.directory.tree(NEW_YEAR).find("C").orElseThrow();
        assertThat(then.name()).isEqualTo(new Text("Nytt", "New"));
        assertThat(codesAbove("C", NEW_YEAR)).containsExactly("B");
        assertThat(office.directory
                        .tree(LocalDate.of(2026, 11, 21))
                        .find("C")
                        .orElseThrow()
                        .name())
                .isEqualTo(new Text("Enhet C", "Unit C"));
        assertThat(office.views.history("C"))
                .extracting(UnitViews.Period::from)
                .containsExactly(Optional.of(NEW_YEAR), Optional.of(LocalDate.of(2026, 11, 22)), Optional.empty());
    }

    @Test
    void aUnitDoesNotEndBelowItsChildrenUnlessOneTakesOver() {
        UnitRow a = unit("A", null);
        unit("B", "A");
        UnitRow c = unit("C", "B");
        unit("D", null);

        assertInvalid("successor", () -> office.end(a.id(), Map.of("last", "2026-12-31")));
        UnitRow ended = office.end(a.id(), Map.of("last", "2026-12-31", "successor", "D"));

        assertThat(ended.successor()).contains(office.row("D").id());
        assertThat(codesAbove("C", YEAR_END)).containsExactly("A", "B");
        assertThat(codesAbove("C", NEW_YEAR)).containsExactly("D", "B");
        assertThat(office.directory.tree(NEW_YEAR).find("A").orElseThrow().valid())
                .isFalse();
        assertInvalid("successor", () -> office.end(c.id(), Map.of("last", "2027-12-31", "successor", "A")));
        office.change(c.id(), Map.of("validFrom", "2026-01-01"));
        assertInvalid("last", () -> office.end(c.id(), Map.of("last", "2025-12-31")));
    }

    @Test
    void aUnitWithOpenRecordsEndsOnlyWithASuccessor() {
        UnitRow a = unit("A", null);
        unit("B", null);
        office.concerned.bindUse(new OpenRecords(a.id()));

        assertInvalid("successor", () -> office.end(a.id(), Map.of("last", "2026-12-31")));
        Preview preview = office.reorganiser.preview(
                office.administration.end(a.id(), version -> true, Map.of("last", "2026-12-31", "successor", "B")));

        assertThat(preview.possible()).isTrue();
        assertThat(preview.counts()).containsExactly(Map.entry("ended", 1L));
        assertThat(preview.uses()).extracting(Preview.Use::open).containsExactly(3L);
        assertThat(office.row("A").validTo()).isEmpty();
        office.end(a.id(), Map.of("last", "2026-12-31", "successor", "B"));
        assertThat(office.row("A").validTo()).contains(YEAR_END);
    }

    @Test
    void aParentExistsAsLongAsItsChildren() {
        UnitRow a = unit("A", null);
        unit("B", "A");

        assertInvalid("parent", () -> office.change(a.id(), Map.of("validTo", "2026-12-31")));
        assertInvalid("parent", () -> office.change(a.id(), Map.of("validFrom", "2026-01-01")));
    }

    @Test
    void theFirstAndTheLastDayOfTheCalendarAreDaysLikeOthers() {
        UnitRow a = unit("A", null);
        unit("B", "A");
        unit("C", null);

        assertInvalid("successor", () -> office.end(a.id(), Map.of("last", "9999-12-31", "successor", "C")));
        office.change(a.id(), Map.of("type", "board", "from", "1000-01-01"));
        assertThat(office.views.history("A")).hasSize(1);
        assertThat(office.reorganiser
                        .preview(office.administration.end(a.id(), version -> true, Map.of("last", "1000-01-01")))
                        .possible())
                .isFalse();
    }

    @Test
    void aChangeThatIsBasedOnAnOldVersionIsRefused() {
        UnitRow a = unit("A", null);
        office.change(a.id(), Map.of("type", "department"));

        Plan late = office.administration.change(a.id(), EntityTags.required("\"1\""), Map.of("type", "board"));

        assertThatThrownBy(() -> office.reorganiser.carryOut(late))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
        assertThatThrownBy(() -> EntityTags.required(null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(428));
        assertThat(office.row("A").version()).isEqualTo(2);
    }

    @Test
    void aPreviewChangesNothingAndNamesEveryUnitThatLiesElsewhere() {
        unit("A", null);
        unit("B", null);
        UnitRow c = unit("C", "A");
        unit("D", "C");
        int before = security.journal.actions().size();

        Preview preview = office.reorganiser.preview(
                office.administration.change(c.id(), version -> true, Map.of("parent", "B", "from", "2027-01-01")));

        assertThat(preview.changes()).extracting(Reorganisation.Change::kind).containsExactly("moved");
        assertThat(preview.concerned()).isEqualTo(2);
        assertThat(security.journal.actions()).hasSize(before);
        assertThat(codesAbove("C", NEW_YEAR)).containsExactly("A");
    }

    private List<String> codesAbove(String code, LocalDate day) {
        UnitTree tree = office.directory.tree(day);
        return tree.above(tree.find(code).orElseThrow()).stream()
                .map(UnitRow::code)
                .toList();
    }

    /** Three open records in one unit. */
    private record OpenRecords(String unit) implements UnitUse {
        @Override
        public String id() {
            return "records";
        }

        @Override
        public Text title() {
            return new Text("Ärenden", "Records");
        }

        @Override
        public Count in(Collection<String> units) {
            return units.contains(unit) ? new Count(7, 3) : new Count(0, 0);
        }
    }
}
