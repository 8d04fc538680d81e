package org.vaksam.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.store.RunTable.Item;
import org.vaksam.records.store.RunTable.Outcome;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.spi.records.RecordRow;

/** A run removes what its preview named, and nothing else; the same on every database. */
abstract class RetentionRunTest extends RetentionScene {
    @Test
    void aRunRemovesWhatThePreviewNamedAndKeepsTheProtocol() {
        RecordRow old = office.closed("2010-05-03T10:00:00Z", Map.of());
        RecordRow young = office.closed("2025-05-03T10:00:00Z", Map.of());
        office.sql("CREATE TABLE copy_of_record (record_id CHAR(36) NOT NULL, text VARCHAR(100))");
        office.sql("INSERT INTO copy_of_record VALUES (?, 'Bo')", old.id());
        office.sql("INSERT INTO copy_of_record VALUES (?, 'Bo')", young.id());

        Run run = run(office.preview.of(DAY).hash());

        assertThat(office.engine.store.byId(old.id())).isEmpty();
        assertThat(office.engine.store.byId(young.id())).isPresent();
        assertThat(office.count("SELECT COUNT(*) FROM copy_of_record WHERE record_id = ?", old.id()))
                .isZero();
        assertThat(office.count("SELECT COUNT(*) FROM copy_of_record")).isEqualTo(1);
        assertThat(office.erased).containsExactly(old.id());
        assertThat(office.runs().items(run.id()))
                .extracting(Item::number, Item::outcome)
                .containsExactly(tuple(old.number(), Outcome.DELETED));
        assertThat(actions()).contains("retention.started", "record.removed", "retention.finished");
    }

    @Test
    void anonymousRecordsStillSayInWhichOtherTheyWentOn() {
        office.rule("theft", Map.of("keep", "P1Y", "from", "closed", "action", "anonymise"));
        RecordRow old = office.closed("2010-05-03T10:00:00Z", Map.of());
        String gone = "00000000-0000-7000-8000-0000000000ff";
        office.sql("UPDATE record SET merged_into = ? WHERE id = ?", gone, old.id());

        run(office.preview.of(DAY).hash());

        RecordRow left = office.engine.store.byId(old.id()).orElseThrow();
        assertThat(left.title()).isEqualTo(old.number());
        assertThat(left.mergedInto()).contains(gone);
        assertThat(Anonymous.of(left, office.engine.definitions.of(left), Instant.EPOCH)
                        .mergedInto())
                .contains(gone);
    }

    @Test
    void anonymousRecordsKeepTheirFiguresAndNothingElse() {
        office.rule("theft", Map.of("keep", "P1Y", "from", "closed", "action", "anonymise"));
        RecordRow old = office.closed(
                "2010-05-03T10:00:00Z",
                Map.of(
                        "title", "Åsa Öbergs cykel",
                        "description", "Åsa Öberg ringde",
                        "unit", "SCHOOL",
                        "assignee", "me",
                        "place", Map.of("name", "Hemma hos Åsa", "latitude", 55.6, "longitude", 13.0),
                        "fields",
                                Map.of(
                                        "value",
                                        "1250.50",
                                        "sourceUrl",
                                        "https://example.org/åsa",
                                        "victim",
                                        List.of(Map.of("role", "owner", "name", "Åsa Öberg")))));

        run(office.preview.of(DAY).hash());

        RecordRow left = office.engine.store.byId(old.id()).orElseThrow();
        assertThat(left.toString()).doesNotContain("Åsa").doesNotContain("åsa").doesNotContain(FakeAccess.ANNA);
        assertThat(left.title()).isEqualTo(old.number());
        assertThat(left.fields()).containsOnlyKeys("value");
        assertThat(left.place()).isEmpty();
        assertThat(left)
                .extracting(RecordRow::unit, RecordRow::severity, RecordRow::occurredAt, RecordRow::state)
                .containsExactly(old.unit(), old.severity(), old.occurredAt(), old.state());
        assertThat(office.erased).containsExactly(old.id());
        assertThat(office.preview.of(DAY).items()).isEmpty();
    }

    @Test
    void onlyTheConfirmedPreviewIsCarriedOut() {
        office.closed("2010-05-03T10:00:00Z", Map.of());
        String hash = office.preview.of(DAY).hash();
        office.closed("2010-05-04T10:00:00Z", Map.of());

        assertThatThrownBy(() -> office.runs().start(DAY, hash)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> office.runs().start(LocalDate.now().plusYears(1), hash))
                .hasMessageContaining("not come");
        assertThat(office.engine.store.count()).isEqualTo(2);
    }

    @Test
    void whatIsHeldOrChangedAfterThePreviewStays() {
        RecordRow held = office.closed("2010-05-03T10:00:00Z", Map.of());
        RecordRow changed = office.closed("2010-05-03T10:00:00Z", Map.of());
        RecordRow gone = office.closed("2010-05-03T10:00:00Z", Map.of());
        RetentionRuns runs = office.runs();
        runs.close();
        Run run = startOnly(runs);
        office.engine.holds.place(held.id(), "Tvist");
        office.engine.change.patch(office.engine.type(), changed.id(), any -> true, Map.of("title", "Cykel"));
        office.engine.change.delete(office.engine.type(), gone.id(), any -> true);

        office.runs().work();

        assertThat(office.runs().items(run.id()))
                .extracting(Item::record, Item::outcome)
                .containsExactlyInAnyOrder(
                        tuple(held.id(), Outcome.HELD),
                        tuple(changed.id(), Outcome.CHANGED),
                        tuple(gone.id(), Outcome.GONE));
        assertThat(office.engine.store.count()).isEqualTo(2);
        assertThat(office.erased).isEmpty();
    }

    @Test
    void aModuleThatIsMissingHasItsRecordsRemovedToo() {
        RecordRow old = office.closed("2010-05-03T10:00:00Z", Map.of());
        office.engine
                .database
                .transactions()
                .required(() -> office.engine.contribution.remove(DefinitionsOfTest.MODULE, false));

        run(office.preview.of(DAY).hash());

        assertThat(office.engine.store.byId(old.id())).isEmpty();
    }

    /** As a platform that died right after the confirmation: the next one does the work. */
    private Run startOnly(RetentionRuns closed) {
        String hash = office.preview.of(DAY).hash();
        return closed.start(DAY, hash);
    }

    private Run run(String hash) {
        RetentionRuns runs = office.runs();
        Run run = runs.start(DAY, hash);
        runs.work();
        runs.close();
        office.runs().work();
        assertThat(runs.find(run.id()).orElseThrow().endedAt()).isPresent();
        return run;
    }
}
