package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.store.StepTable;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSteps.Step;

/** A record from its creation to its removal; the same on every database. */
abstract class RecordLifeTest extends RecordScene {
    @Test
    void everyChangeOfStateIsWrittenDown() {
        RecordRow made = engine.theft();
        RecordRow moved =
                engine.change.transition(engine.type(), made.id(), Optional.empty(), "triage", Map.of("severity", 1));
        engine.change.patch(engine.type(), made.id(), any -> true, Map.of("title", "Annat"));

        var steps = new StepTable(engine.tables);
        assertThat(steps.of(List.of(made.id(), Ids.next())))
                .containsOnlyKeys(made.id())
                .containsEntry(
                        made.id(), List.of(new Step(made.state(), moved.state(), moved.phase(), moved.updatedAt())));

        RecordRow now = engine.reading.read("incidents.report", made.number());
        engine.change.delete(engine.type(), made.id(), version -> version == now.version());
        assertThat(steps.of(List.of(made.id()))).isEmpty();
    }

    @Test
    void stepsFromBeforeTheyWereWrittenDownAreGatheredOnce() {
        RecordRow made = engine.theft();
        engine.change.transition(engine.type(), made.id(), Optional.empty(), "triage", Map.of("severity", 1));
        var steps = new StepTable(engine.tables);
        Map<String, List<Step>> written = steps.of(List.of(made.id()));
        engine.database.database().write(sql -> {
            sql.update("DELETE FROM record_step WHERE record_id = ?", made.id());
            return sql.update(
                    "UPDATE step_gathering SET until_at = ?, journal_position = 0, finished = ?",
                    Instant.now().plusSeconds(3_600),
                    false);
        });
        var gathering = new StepGathering(steps, new FakeFeed(engine.journal), engine.definitions);

        gathering.gather();
        gathering.gather();
        gathering.close();

        assertThat(steps.complete()).isTrue();
        assertThat(steps.of(List.of(made.id())).get(made.id()))
                .usingRecursiveComparison()
                .ignoringFields("at")
                .isEqualTo(written.get(made.id()));
    }

    @Test
    void aRecordIsStoredWithEverythingInIt() {
        RecordRow made = engine.create(Map.of(
                "kind", "threat-violence",
                "title", "  Hot i receptionen ",
                "description", "<script>alert(1)</script>\n'); DROP TABLE record; --",
                "unit", "SCHOOL",
                "place", Map.of("name", "Malmö", "latitude", 55.6, "longitude", 13),
                "occurredAt", "2026-11-22T16:04:05+01:00",
                "severity", 2,
                "assignee", "me",
                "fields",
                        Map.of(
                                "form",
                                "threat",
                                "cost",
                                "1250.50",
                                "people",
                                List.of(Map.of("role", "witness", "name", "Bo")))));
        RecordRow row = engine.reading.read("incidents.report", made.number());
        assertThat(row).usingRecursiveComparison().ignoringFields("fields").isEqualTo(made);
        assertThat(row.number()).matches("INC-20[0-9]{2}-[0-9]{6}");
        assertThat(row.title()).isEqualTo("Hot i receptionen");
        assertThat(row.description()).isEqualTo("<script>alert(1)</script>\n'); DROP TABLE record; --");
        assertThat(row.unit()).contains(FakeOffice.SCHOOL.id());
        assertThat(row.occurredAt()).contains(Instant.parse("2026-11-22T15:04:05Z"));
        assertThat(row.severity()).isEqualTo(OptionalInt.of(2));
        assertThat(row.assignee()).contains(FakeAccess.ANNA);
        assertThat(row.secrecy().level()).isEqualTo("internal");
        assertThat(row.channel()).isEqualTo("console");
        assertThat(row.fields()).containsEntry("form", "threat");
        assertThat(row.fields().get("cost")).hasToString("1250.5");
        assertThat(engine.journal.last().action()).isEqualTo("record.created");
        assertThat(engine.journal.last().data())
                .containsEntry("number", row.number())
                .containsEntry("kind", "threat-violence");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsStored() {
        long before = engine.store.count();
        assertThatThrownBy(() -> engine.create(Map.of(
                        "kind", "threat-violence",
                        "tilte", "x",
                        "severity", 7,
                        "occurredAt", "yesterday",
                        "unit", "NOWHERE",
                        "place", Map.of("latitude", 91, "longitude", 0),
                        "fields", Map.of("weapon", "yes", "weaponKind", "knife", "sickLeave", -1, "nothing", 1))))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem)
                        .fields().stream().map(field -> field.field()).toList())
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder(
                        "tilte",
                        "title",
                        "severity",
                        "occurredAt",
                        "unit",
                        "place.latitude",
                        "fields.weapon",
                        "fields.weaponKind",
                        "fields.sickLeave",
                        "fields.nothing",
                        "fields.form");
        assertThat(engine.store.count()).isEqualTo(before);
    }

    @Test
    void restrictedRecordsAreMissingForThoseWithoutTheRightAndLeaveATraceForOthers() {
        RecordRow row = engine.create(
                Map.of("kind", "theft", "title", "Hemligt", "secrecy", "restricted", "secrecyGround", "OSL 26:1"));
        assertThat(engine.journal.last().toString()).doesNotContain("Hemligt");
        engine.reading.read(row.id());
        assertThat(engine.journal.last().action()).isEqualTo("record.read");
        engine.access.be("somebody", "incidents:report:read", "incidents:report:handle");
        assertStatus(404, () -> engine.reading.read("incidents.report", row.id()));
        assertStatus(404, () -> engine.reading.read(row.id()));
        assertStatus(404, () -> patch(row, members("title", "x")));
        assertStatus(404, () -> transition(row, "triage", Map.of("severity", 1)));
        assertThat(engine.reading.readAll(List.of(row.id()))).isEmpty();
    }

    @Test
    void aDeletedRecordIsGoneAndTheJournalKnows() {
        RecordRow row = engine.theft();
        engine.change.delete(engine.type(), row.id(), version -> version == 1);
        assertStatus(404, () -> engine.reading.read("incidents.report", row.id()));
        assertThat(engine.journal.last().action()).isEqualTo("record.deleted");
        assertThat(engine.journal.last().data()).containsEntry("number", row.number());
    }

    @Test
    void rowsComeInTheOrderAskedForAndVanishedOnesAreSkipped() {
        List<String> ids = IntStream.range(0, 30)
                .mapToObj(number -> engine.theft().id())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(ids);
        ids.add(7, "00000000-0000-7000-8000-000000000000");
        List<String> read =
                engine.reading.readAll(ids).stream().map(RecordRow::id).toList();
        ids.remove(7);
        assertThat(read).isEqualTo(ids);
        assertThat(engine.store.page(Optional.of(ids.get(29)), 5))
                .hasSize(5)
                .extracting(RecordRow::id)
                .isSorted();
    }
}
