package org.vaksam.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.store.RetentionTable.Reach;
import org.vaksam.spi.records.RecordRow;

/** Records whose time is over go, and nothing else does; the same on every database. */
abstract class RetentionTest extends RetentionScene {
    @Test
    void tenFullCalendarYearsAfterItWasClosed() {
        RecordRow old = office.closed("2015-12-31T22:00:00Z", Map.of());
        office.closed("2015-12-31T23:00:00Z", Map.of());
        office.engine.theft();

        RetentionPlan plan = office.preview.of(DAY);

        assertThat(plan.items()).extracting(item -> item.row().id()).containsExactly(old.id());
        assertThat(plan.groups())
                .filteredOn(group -> group.rule().kind().kind().equals("theft"))
                .extracting(RetentionPlan.Group::due)
                .containsExactly(1L);
        assertThat(office.preview.of(DAY.minusDays(1)).items()).isEmpty();
    }

    @Test
    void whatIsOpenedAgainStartsAnew() {
        RecordRow row = office.closed("2010-05-03T10:00:00Z", Map.of());
        row = office.engine.change.transition(office.engine.type(), row.id(), Optional.empty(), "reopen", Map.of());
        assertThat(office.preview.of(DAY).items()).isEmpty();
        office.engine.change.transition(
                office.engine.type(), row.id(), Optional.empty(), "close", Map.of("reason", "Klart"));

        assertThat(office.preview.of(DAY).items()).isEmpty();
        assertThat(office.preview.of(LocalDate.now().plusYears(12)).items()).hasSize(1);
    }

    @Test
    void aChangeOfWhatIsClosedDoesNotProlongIt() {
        RecordRow row = office.closed("2010-05-03T10:00:00Z", Map.of());
        office.engine.change.patch(office.engine.type(), row.id(), any -> true, Map.of("title", "Cykel"));

        assertThat(office.preview.of(DAY).items()).hasSize(1);
    }

    @Test
    void whatGoesOnInAnotherRecordIsKeptAsLongAsThatOne() {
        RecordRow row = office.closed("2010-05-03T10:00:00Z", Map.of());
        RecordRow other = office.engine.theft();
        office.engine
                .database
                .database()
                .write(sql -> sql.update("UPDATE record SET merged_into = ? WHERE id = ?", other.id(), row.id()));
        assertThat(office.preview.of(DAY).items()).isEmpty();
        office.engine.database.database().write(sql -> sql.update("DELETE FROM record WHERE id = ?", other.id()));
        assertThat(office.preview.of(DAY).items()).hasSize(1);
    }

    @Test
    void kindsWithoutARuleAreNamedWithTheirNumber() {
        office.rules.reset(Office.TYPE, "theft");
        office.closed("2010-05-03T10:00:00Z", Map.of());

        assertThat(office.preview.of(DAY).items()).isEmpty();
        assertThat(office.preview.of(DAY).groups())
                .filteredOn(group -> group.rule().kind().kind().equals("theft"))
                .allSatisfy(group -> assertThat(group.all()).isEqualTo(1));
    }

    @Test
    void theDefinitionSaysItUntilTheOrganisationDoes() {
        assertThat(rule("threat-violence").own()).isFalse();
        assertThat(rule("threat-violence").rule().orElseThrow().period().due(Instant.parse("2016-05-03T10:00:00Z")))
                .isEqualTo(LocalDate.of(2027, 1, 1));

        office.rule("threat-violence", Map.of("keep", "P1Y", "from", "created", "action", "keep"));
        assertThat(rule("threat-violence").own()).isTrue();
        assertThat(rule("threat-violence").rule().orElseThrow().action()).isEqualTo(RetentionRule.Action.KEEP);
        office.rules.reset(Office.TYPE, "threat-violence");
        assertThat(rule("threat-violence").own()).isFalse();
        assertThat(actions()).contains("retention.rule-set", "retention.rule-reset");
    }

    @Test
    void aRuleThatMakesNoSenseIsRefusedInWords() {
        for (Map<String, Object> rule : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("keep", "ten years", "from", "closed"),
                Map.of("keep", "P10Y", "from", "done"),
                Map.of("keep", "P3WD", "from", "closed"),
                Map.of("keep", "P1M", "from", "closed", "rule", "full-calendar-years"),
                Map.of("keep", "P1Y", "from", "closed", "colour", "red"))) {
            assertThatThrownBy(() -> office.rule("theft", rule))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                            .isNotEmpty());
        }
        assertThatThrownBy(() -> office.rule("nothing", TEN_YEARS)).isInstanceOf(Problem.class);
        assertThat(rule("theft").rule().orElseThrow().ground().orElseThrow().en())
                .isEqualTo("Decision KS 2026:1");
    }

    @Test
    void aHeldRecordIsShownAsHeld() {
        RecordRow row = office.closed("2010-05-03T10:00:00Z", Map.of());
        office.engine.holds.place(row.number(), "Tvist i tingsrätten");

        RetentionPlan plan = office.preview.of(DAY);

        assertThat(plan.items()).isEmpty();
        assertThat(plan.held())
                .extracting(old -> old.hold().orElseThrow().reason())
                .containsExactly("Tvist i tingsrätten");
    }

    @Test
    void whatIsHeldTakesNobodysPlace() {
        RecordRow held = office.closed("2010-05-03T10:00:00Z", Map.of());
        office.engine.holds.place(held.id(), "Tvist");
        RecordRow later = office.closed("2010-05-03T10:00:00Z", Map.of());
        var reach = new Reach(Office.TYPE, "theft", false, Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(office.table.free(reach, 1))
                .extracting(old -> old.row().id())
                .containsExactly(later.id());
        assertThat(office.table.held(reach, 1))
                .extracting(old -> old.row().id())
                .containsExactly(held.id());
        assertThat(office.table.free(reach, 0)).isEmpty();
    }
}
