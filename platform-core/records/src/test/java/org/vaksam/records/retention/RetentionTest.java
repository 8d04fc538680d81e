package org.vaksam.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.store.RetentionTable.Reach;
import org.vaksam.records.store.RunTable.Item;
import org.vaksam.records.store.RunTable.Outcome;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Records whose time is over go, and nothing else does; the same on every database. */
abstract class RetentionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Map<String, Object> TEN_YEARS = Map.of(
            "keep", "P10Y", "from", "closed", "ground", Map.of("sv", "Beslut KS 2026:1", "en", "Decision KS 2026:1"));

    private Office office;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path folder) {
        office = new Office(open(folder));
        office.rule("theft", TEN_YEARS);
    }

    @AfterEach
    void stop() {
        office.close();
    }

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

    private RetentionRules.KindRule rule(String kind) {
        return office.rules.all().stream()
                .filter(one -> one.kind().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> actions() {
        return office.engine.journal.entries().stream()
                .map(Journal.Entry::action)
                .toList();
    }
}
