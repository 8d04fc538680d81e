package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.text.Text;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.FollowUp.NewAction;
import org.vaksam.spi.casework.FollowUp.Notice;
import org.vaksam.spi.casework.FollowUp.Share;
import org.vaksam.spi.casework.FollowUp.StartDeadline;
import org.vaksam.spi.casework.FollowUp.StopDeadline;
import org.vaksam.spi.records.RecordRow;

/** What a definition says follows from what is done with a record, is done. */
class ProcessTest extends EverythingScene {
    private static final String HANDLER = "incidents:handler";

    @Test
    void everyRouteThatHoldsTellsAndTheFirstThatAssignsDoes() {
        engine.responsibles.have(HANDLER, BERIT);
        engine.responsibles.have("incidents:coordinator", CESAR);

        RecordRow usual = make();
        assertThat(usual.assignee()).contains(BERIT);
        assertThat(notices(usual)).containsExactly(new Notice(List.of("assignee"), "routed"));
        assertThat(engine.journal.last().data())
                .containsEntry("routedTo", List.of(HANDLER))
                .containsEntry("assignee", BERIT)
                .containsKey("followUps");

        RecordRow serious = make("severity", 4);
        assertThat(serious.assignee()).contains(CESAR);
        assertThat(notices(serious))
                .containsExactly(
                        new Notice(List.of("assignee"), "routed"), new Notice(List.of("manager-of-unit"), "routed"));

        RecordRow told = fields("form", "b");
        assertThat(told.assignee()).contains(BERIT);
        assertThat(notices(told))
                .containsExactly(
                        new Notice(List.of("incidents:safety-representative"), "routed"),
                        new Notice(List.of("assignee"), "routed"));
    }

    @Test
    void whoeverHasTheFewestOpenRecordsGetsTheNextOne() {
        engine.responsibles.have(HANDLER, BERIT, CESAR);
        make("assignee", "me");
        assertThat(make().assignee()).contains(BERIT);
        assertThat(make().assignee()).contains(CESAR);
        RecordRow third = make();
        assertThat(third.assignee()).contains(BERIT);
        patch(third, "assignee", "anna");
        make();
        assertThat(make().assignee()).contains(CESAR);
    }

    @Test
    void nobodyIsSaidToBeNobody() {
        assertThat(make().assignee()).isEmpty();
        assertThat(engine.journal.last().data())
                .containsEntry("routedTo", List.of(HANDLER))
                .containsEntry("vacant", List.of(HANDLER))
                .doesNotContainKey("assignee");
    }

    @Test
    void whomSomebodyNamedKeepsTheRecordAndIsTold() {
        engine.responsibles.have(HANDLER, BERIT);
        RecordRow own = make("assignee", "me");
        assertThat(own.assignee()).contains(FakeAccess.ANNA);
        assertThat(notices(own)).isEmpty();

        engine.access.be(BERIT, "*");
        RecordRow given = make("assignee", "anna");
        assertThat(given.assignee()).contains(FakeAccess.ANNA);
        assertThat(notices(given)).containsExactly(new Notice(List.of("assignee"), "assigned"));
        RecordRow later = make();
        assertThat(later.assignee()).contains(BERIT);
        assertThat(notices(later)).isEmpty();
        patch(later, "assignee", "anna");
        patch(later, "title", "Något annat");
        assertThat(notices(later)).containsExactly(new Notice(List.of("assignee"), "assigned"));
    }

    @Test
    void aTransitionDoesWhatItsEffectsSay() {
        RecordRow row = make("fields", Map.of("cost", 100));
        engine.responsibles.have(HANDLER, BERIT);

        RecordRow handled = move(row, "handle");

        assertThat(handled.state()).isEqualTo("handled");
        assertThat(handled.fields()).containsEntry("weapon", true).doesNotContainKey("cost");
        assertThat(handled.severity()).isEqualTo(OptionalInt.of(3));
        assertThat(handled.category()).isEqualTo("handled");
        assertThat(handled.assignee()).contains(BERIT);
        assertThat(engine.store.byId(row.id()).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("fields")
                .isEqualTo(handled);
        List<FollowUp> followed =
                engine.casework.of(row).subList(1, engine.casework.of(row).size());
        assertThat(followed.get(0))
                .isEqualTo(new NewAction(new Text("Samtal", "Talk"), "manager-of-unit", Period.of("P2WD")));
        assertThat(followed.get(1)).isInstanceOfSatisfying(StartDeadline.class, deadline -> assertThat(deadline.id())
                .isEqualTo("answer"));
        assertThat(followed.subList(2, followed.size()))
                .containsExactly(
                        new Notice(List.of("reporter", "incidents:coordinator"), "handled"),
                        new Share("COMPANY"),
                        new StopDeadline("first-look"),
                        new Notice(List.of("assignee"), "assigned"));
        Map<String, Object> data = engine.journal.last().data();
        assertThat(data.get("changes")).asString().contains("assignee", "severity", "fields.weapon", "fields.cost");
        assertThat(data.get("followUps")).asString().contains("first-look", "Samtal", "COMPANY");
    }

    @Test
    void clocksStartAndStopWithStates() {
        RecordRow row = make();
        assertThat(engine.casework.of(row)).singleElement().isInstanceOfSatisfying(StartDeadline.class, deadline -> {
            assertThat(deadline.id()).isEqualTo("first-look");
            assertThat(deadline.remind()).hasSize(2);
            assertThat(deadline.escalate()).contains("manager-of-unit");
        });
        engine.casework.has(0, 1);
        move(row, "handle");
        move(row, "close", "reason", "Klart", "fields", Map.of("note", "klart"));
        assertThat(engine.casework.of(row))
                .filteredOn(StopDeadline.class::isInstance)
                .containsExactly(new StopDeadline("first-look"), new StopDeadline("answer"));
    }

    @Test
    void aRecordIsSentOnAndGivenBack() {
        RecordRow row = make();
        engine.responsibles.have("incidents:coordinator", CESAR);
        RecordRow handled = move(row, "handle");
        assertThat(handled.assignee()).isEmpty();
        assertThat(engine.journal.last().data()).containsEntry("vacant", List.of(HANDLER));

        assertThat(move(row, "send-on").assignee()).contains(CESAR);
        assertThat(engine.journal.last().data())
                .containsEntry("routedTo", List.of("incidents:coordinator", "manager-of-unit"));
        move(row, "handle");
        assertThat(move(row, "return").assignee()).contains(FakeAccess.ANNA);
        assertThat(engine.casework.of(row)).contains(new StopDeadline("answer"));
    }

    @Test
    void whatIsAskedOfActionsIsSaidInWords() {
        RecordRow row = move(make(), "handle");
        assertThat(unmet(row)).containsExactly("At least one action is needed.");
        assertRefused(422, List.of("actions"), () -> move(row, "close", "reason", "x"));

        engine.casework.has(2, 0);
        assertThat(unmet(row)).containsExactly("2 actions are not done.");
        engine.casework.has(0, 1);
        assertThat(unmet(row)).isEmpty();
        assertThat(move(row, "close", "reason", "x").state()).isEqualTo("closed");
    }

    @Test
    void withoutThoseWhoSeeToItNothingIsStored() {
        RecordRow row = move(make(), "handle");
        engine.services.unbindActions(engine.casework);
        assertThat(unmet(row)).singleElement().asString().contains("cannot be read right now");
        assertRefused(503, List.of(), () -> move(row, "close", "reason", "x"));

        engine.services.unbindFollowUps(engine.casework);
        long before = engine.store.count();
        assertRefused(503, List.of(), this::make);
        assertRefused(503, List.of(), () -> move(row, "return"));
        assertThat(engine.store.count()).isEqualTo(before);
        assertThat(engine.store.byId(row.id()).orElseThrow().state()).isEqualTo("handled");
        assertThat(patch(row, "title", "Annat").title()).isEqualTo("Annat");
    }

    @Test
    void aWholeBatchIsRoutedWithOneQuestionForEachRole() {
        engine.responsibles.have(HANDLER, BERIT, CESAR);
        var records = new ArrayList<NewRecord>();
        IntStream.range(0, 200).forEach(i -> records.add(imported("Post " + i)));

        var outcomes = engine.imports.createAll(records);

        assertThat(outcomes).allMatch(outcome -> outcome.created());
        assertThat(engine.responsibles.asked).hasValue(1);
        var rows = engine.store.byIds(
                outcomes.stream().map(outcome -> outcome.id().orElseThrow()).toList());
        assertThat(rows)
                .filteredOn(row -> row.assignee().equals(Optional.of(BERIT)))
                .hasSize(100);
        assertThat(rows)
                .filteredOn(row -> row.assignee().equals(Optional.of(CESAR)))
                .hasSize(100);
        assertThat(rows).allSatisfy(row -> assertThat(engine.casework.of(row)).hasSize(2));
        assertThat(rows).allSatisfy(row -> assertThat(row.severity()).isEqualTo(OptionalInt.of(4)));
    }

    @Test
    void oldRecordsGoByTheirOwnDefinition() throws IOException {
        RecordRow old = make();
        publish(everything()
                .replace("\"startDeadline\": \"answer\"", "\"stopDeadline\": \"answer\"")
                .replace("\"stops\": [\"closed\"]", "\"starts\": \"closed\", \"stops\": [\"handled\"]")
                .replace("P3WD", "P5WD"));

        move(old, "handle");
        assertThat(engine.casework.of(old))
                .filteredOn(StartDeadline.class::isInstance)
                .hasSize(2);
        assertThat(engine.casework.of(make()).get(0))
                .isInstanceOfSatisfying(
                        StartDeadline.class,
                        deadline -> assertThat(deadline.due().workingDays()).isEqualTo(5));
    }

    private List<String> unmet(RecordRow row) {
        return engine.transitions.of(row).stream()
                .filter(possible -> possible.transition().id().equals("close"))
                .flatMap(possible -> possible.unmet().stream())
                .map(Text::en)
                .toList();
    }

    private List<FollowUp> notices(RecordRow row) {
        return engine.casework.of(row).stream().filter(Notice.class::isInstance).toList();
    }

    private static NewRecord imported(String title) {
        return new NewRecord(
                "incidents.report",
                "everything",
                title,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                OptionalInt.of(4),
                "import",
                Optional.empty(),
                Map.of());
    }
}
