package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.records.RecordRow;

/** A record is changed by those who may, as they saw it; the same on every database. */
abstract class RecordChangeTest extends RecordScene {
    @Test
    void aPatchMergesAndIsJournalledWithoutSensitiveValues() {
        RecordRow row = engine.create(Map.of(
                "kind", "theft", "title", "Cykel", "place", Map.of("name", "Lund"), "fields", Map.of("value", 100)));
        RecordRow changed = patch(
                row,
                members(
                        "title",
                        "Elcykel",
                        "severity",
                        1,
                        "place",
                        members("name", null, "latitude", 55.7, "longitude", 13.2),
                        "fields",
                        members("value", null, "victim", List.of(Map.of("role", "owner", "name", "Ada")))));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.place().orElseThrow().name()).isEmpty();
        assertThat(changed.fields()).containsOnlyKeys("victim");
        assertThat(engine.journal.last().action()).isEqualTo("record.changed");
        assertThat(engine.journal.last().data().get("changes"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("title", List.of("Cykel", "Elcykel"))
                .containsEntry("severity", Arrays.asList(null, 1))
                .containsEntry("fields.victim", List.of())
                .containsKey("fields.value");
        assertThat(engine.journal.last().toString()).doesNotContain("Ada");
    }

    @Test
    void aPatchThatChangesNothingMakesNoVersion() {
        RecordRow row = engine.create(Map.of("kind", "theft", "title", "Cykel", "fields", Map.of("value", 12.5)));
        assertThat(patch(row, members("title", "Cykel", "fields", members("value", "12.50")))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void aStalePatchIsRefusedAndNamesTheVersionNow() {
        RecordRow row = engine.theft();
        patch(row, members("title", "Ny"));
        assertThatThrownBy(() -> patch(row, members("title", "Nyare")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(412);
                    assertThat(problem.extras()).containsEntry("version", 2);
                });
    }

    @Test
    void theStateIsNotPatched() {
        RecordRow row = engine.theft();
        assertThatThrownBy(() -> patch(row, members("state", "closed")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.fields().get(0).detail().en())
                        .isEqualTo("Is changed by a transition: POST …/transitions/{name}."));
    }

    @Test
    void aTransitionNeedsItsFieldsItsReasonAndItsState() {
        RecordRow row = engine.theft();
        assertThat(engine.transitions.of(row)).singleElement().satisfies(possible -> assertThat(possible.missing())
                .containsExactly("severity"));
        assertThatThrownBy(() -> transition(row, "triage", Map.of()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("severity")));
        RecordRow triaged = transition(row, "triage", Map.of("severity", 3));
        assertThat(triaged.state()).isEqualTo("triaged");
        assertThatThrownBy(() -> transition(row, "close", Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().get(0).field()).isEqualTo("reason"));
        RecordRow closed = transition(row, "close", Map.of("reason", "Cykeln är tillbaka"));
        assertThat(closed.phase()).isEqualTo("closed");
        assertThat(engine.journal.last().data())
                .containsEntry("transition", "close")
                .containsEntry("from", "triaged")
                .containsEntry("to", "closed")
                .containsEntry("reason", "Cykeln är tillbaka");
        assertThatThrownBy(() -> transition(row, "triage", Map.of())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo("transition-not-allowed");
            assertThat(problem.extras()).containsEntry("from", List.of("received"));
        });
    }

    @Test
    void withoutPermissionNothingHappens() {
        RecordRow row = engine.theft();
        engine.access.be("somebody");
        assertStatus(403, () -> engine.reading.read("incidents.report", row.id()));
        assertStatus(403, () -> patch(row, members("title", "x")));
        assertStatus(403, () -> transition(row, "triage", Map.of("severity", 1)));
        assertStatus(403, () -> engine.change.delete(engine.type(), row.id(), version -> true));
        engine.access.be("somebody", "incidents:report:read");
        assertStatus(403, () -> engine.theft());
    }

    @Test
    void whoMadeARecordMayChangeItUntilItIsTakenCareOf() {
        engine.access.be(FakeAccess.ANNA, "incidents:report:create");
        RecordRow row = engine.theft();
        RecordRow changed = patch(row, members("title", "Två cyklar", "severity", 1));
        engine.access.be(FakeAccess.ANNA, "*");
        transition(changed, "triage", Map.of());
        engine.access.be(FakeAccess.ANNA, "incidents:report:create", "incidents:report:read");
        assertStatus(403, () -> patch(engine.reading.read("incidents.report", row.id()), members("title", "x")));
    }
}
