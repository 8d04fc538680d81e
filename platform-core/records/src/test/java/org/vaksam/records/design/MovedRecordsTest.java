package org.vaksam.records.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.value.Json;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.records.RecordRow;

/** Records move to a new definition without losing anything; the same on every database. */
abstract class MovedRecordsTest extends StudioScene {
    private static final Map<String, Object> THREAT =
            Map.of("kind", "threat-violence", "title", "Hot", "fields", Map.of("form", "threat"));

    @Test
    void recordsThatWouldBeStrandedAreNamedAndMovedByAMapping() {
        RecordRow row = studio.engine.theft();
        RecordRow triaged = studio.engine.create(Map.of("kind", "theft", "title", "Moped", "severity", 1));
        studio.engine.change.transition(studio.engine.type(), triaged.id(), Optional.empty(), "triage", Map.of());
        Draft draft = studio.edit(studio.draft("theft"), Studio.rename("received", "arrived"));

        assertThatThrownBy(() -> studio.publish(draft)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).endsWith("records-stranded");
            assertThat(String.valueOf(problem.extras().get("stranded")))
                    .contains("received", row.number())
                    .doesNotContain("triaged");
        });
        assertThat(version("theft")).isEqualTo(1);

        var published = studio.publish(draft, Map.of("states", Map.of("received", "arrived")));
        studio.work().work();

        assertThat(published.move()).isPresent();
        RecordRow moved = studio.engine.store.byId(row.id()).orElseThrow();
        assertThat(moved.state()).isEqualTo("arrived");
        assertThat(moved.definitionVersion()).isEqualTo(2);
        assertThat(studio.engine.store.byId(triaged.id()).orElseThrow().state()).isEqualTo("triaged");
        assertThat(studio.engine
                        .change
                        .patch(studio.engine.type(), row.id(), version -> true, Map.of("severity", 2))
                        .severity())
                .hasValue(2);
    }

    @Test
    void movingStartsAndStopsTheClocksThatTheStatesDemand() {
        RecordRow waiting = studio.engine.create(THREAT);
        RecordRow renamed = studio.engine.create(THREAT);
        studio.engine.change.transition(
                studio.engine.type(),
                renamed.id(),
                Optional.empty(),
                "triage",
                Map.of("severity", 2, "assignee", "me"));
        int before = clocks(renamed).size();
        assertThat(clocks(waiting)).containsExactly("start first-assessment");

        Draft draft = studio.edit(studio.draft("threat-violence"), json -> {
            ArrayNode deadlines = (ArrayNode) json.path("deadlines");
            deadlines.removeAll();
            deadlines.add(clock("answer", "received", "triaged"));
            deadlines.add(clock("plan", "triaged", "closed"));
        });
        studio.publish(draft, Map.of("move", true));
        studio.work().work();

        assertThat(clocks(waiting)).containsExactly("start first-assessment", "stop first-assessment", "start answer");
        assertThat(clocks(renamed).subList(before, clocks(renamed).size()))
                .containsExactly("stop first-assessment", "stop answer", "start plan");
        assertThat(studio.engine.journal.entries())
                .filteredOn(entry -> entry.action().equals("record.redefined"))
                .allSatisfy(entry -> assertThat(entry.data()).containsKey("followUps"));
        // a clock that has been demanded in the state before, and may have ended, does not start again
        studio.publish(studio.edit(studio.draft("threat-violence"), Studio.field("colour")), Map.of("move", true));
        studio.work().work();
        assertThat(clocks(waiting)).hasSize(3);
        assertThat(studio.engine.store.byId(waiting.id()).orElseThrow().definitionVersion())
                .isEqualTo(version("threat-violence"));
    }

    @Test
    void aMoveWaitsForThoseWhoSeeToTheClocks() {
        RecordRow row = studio.engine.create(THREAT);
        studio.engine.services.unbindFollowUps(studio.engine.casework);
        studio.publish(
                studio.edit(studio.draft("threat-violence"), json -> ((ArrayNode) json.path("deadlines")).removeAll()),
                Map.of("move", true));
        MoveWork work = studio.work();

        assertThatThrownBy(work::work).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(503));
        assertThat(studio.engine.store.byId(row.id()).orElseThrow().definitionVersion())
                .isEqualTo(row.definitionVersion());

        studio.engine.services.bindFollowUps(studio.engine.casework);
        work.work();
        assertThat(clocks(row)).endsWith("stop first-assessment");
    }

    @Test
    void movingKeepsEveryValueAndSaysWhichFieldsLostTheirPlace() {
        RecordRow row = studio.engine.create(
                Map.of("kind", "theft", "title", "Cykel", "fields", Map.of("value", 500, "sourceUrl", "http://a")));
        studio.publish(studio.edit(studio.draft("theft"), json -> {
            ArrayNode fields = (ArrayNode) json.path("fields");
            var kept = fields.deepCopy();
            fields.removeAll();
            kept.forEach(field -> {
                if (field.path("id").asText().equals("value")) {
                    ObjectNode other = ((ObjectNode) field).put("type", "date");
                    other.remove(List.of("currency", "measure"));
                    fields.add(other);
                } else if (!field.path("id").asText().equals("sourceUrl")) {
                    fields.add(field);
                }
            });
        }));

        MovePlan plan = studio.moves.preview(Studio.TYPE, "theft", Map.of());
        assertThat(plan.records()).isEqualTo(1);
        assertThat(plan.left())
                .extracting(left -> left.field().id() + left.gone())
                .containsExactlyInAnyOrder("sourceUrltrue", "valuefalse");
        studio.moves.start(Studio.TYPE, "theft", Map.of(), plan.hash(), "Nytt formulär");
        studio.work().work();

        RecordRow moved = studio.engine.store.byId(row.id()).orElseThrow();
        assertThat(moved.fields()).containsOnlyKeys("value-v1", "sourceUrl");
        assertThat(studio.engine.journal.entries())
                .filteredOn(entry -> entry.action().equals("record.redefined"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data().toString())
                        .contains("fields.sourceUrl=[http://a, null]", "toVersion=2", "by=Anna"));
        assertThatThrownBy(() -> studio.moves.start(Studio.TYPE, "theft", Map.of(), plan.hash(), "Igen"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aMoveThatWasInterruptedGoesOnAndMovesNothingTwice() {
        for (int i = 0; i < 120; i++) {
            studio.engine.theft();
        }
        studio.publish(studio.edit(studio.draft("theft"), Studio.field("colour")));
        MovePlan plan = studio.moves.preview(Studio.TYPE, "theft", Map.of());
        studio.moves.start(Studio.TYPE, "theft", Map.of(), plan.hash(), "Nytt fält");
        var first = studio.work();
        var second = studio.work();
        first.close();
        second.work();

        assertThat(studio.engine.store.page(Optional.empty(), 200)).allSatisfy(row -> {
            assertThat(row.definitionVersion()).isEqualTo(2);
            assertThat(row.version()).isEqualTo(2);
        });
        assertThat(studio.moves.of(Studio.TYPE, "theft")).singleElement().satisfies(move -> assertThat(move.moved())
                .isEqualTo(120));
    }

    /** What was asked of the clocks of a record, in its order. */
    private List<String> clocks(RecordRow row) {
        return studio.engine.casework.of(row).stream()
                .flatMap(followUp -> followUp instanceof FollowUp.StartDeadline start
                        ? Stream.of("start " + start.id())
                        : followUp instanceof FollowUp.StopDeadline stop ? Stream.of("stop " + stop.id()) : Stream.of())
                .toList();
    }

    private static ObjectNode clock(String id, String starts, String stops) {
        ObjectNode deadline = Json.MAPPER.createObjectNode().put("id", id);
        deadline.putObject("label").put("sv", "Frist " + id).put("en", "Deadline " + id);
        deadline.put("starts", starts).putArray("stops").add(stops);
        return deadline.put("due", "P3D");
    }
}
