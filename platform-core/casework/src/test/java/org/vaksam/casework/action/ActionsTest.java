package org.vaksam.casework.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vaksam.casework.FakeOffice.ANNA;
import static org.vaksam.casework.FakeOffice.BERIT;
import static org.vaksam.casework.FakeOffice.CECILIA;
import static org.vaksam.casework.FakeOffice.CLASS;
import static org.vaksam.casework.FakeOffice.DAVID;
import static org.vaksam.casework.FakeOffice.PARK;
import static org.vaksam.casework.FakeOffice.SCHOOL;
import static org.vaksam.casework.Work.body;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.Work.Told;
import org.vaksam.spi.casework.RecordActions.Tally;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData.Outcome;

/** The life of actions, as the REST interface offers it. */
class ActionsTest extends ActionScene {
    private List<String> titles(@Nullable String record, @Nullable String unit, boolean mine, boolean overdue) {
        var titles = new ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = work.actions.list(mine, record, unit, List.of(), null, overdue, 2, cursor.orElse(null));
            page.items().forEach(action -> titles.add(String.valueOf(action.get("title"))));
            cursor = page.next();
        } while (cursor.isPresent());
        return titles;
    }

    @Test
    void goesFromProposedToVerifiedBySomebodyElse() {
        var made = create(
                "record", RECORD, "title", "Laga låset", "responsible", ANNA, "due", "2026-11-30", "cost", "1250.50");
        assertThat(made)
                .containsEntry("state", "proposed")
                .containsEntry("cost", "1250.5")
                .containsEntry("currency", "SEK");
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(1, 0));
        assertThat(work.told).containsExactly(new Told(ANNA, "action-assigned"));

        work.access.be(ANNA);
        assertThat(read(made).get("steps")).isEqualTo(List.of());
        assertThatThrownBy(() -> step(made, "decide")).hasMessageContaining("forbidden");
        handler();
        var decided = step(made, "decide");
        work.access.be(ANNA);
        assertThat(read(decided).get("steps")).isEqualTo(List.of("start", "finish"));
        var done = step(step(decided, "start"), "finish");
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(1, 0));
        work.access.be(ANNA, READ, HANDLE);
        assertThat(read(done).get("steps")).isEqualTo(List.of("reopen"));
        assertThatThrownBy(() -> step(done, "verify")).hasMessageContaining("cannot verify");
        handler();
        var verified = step(done, "verify");
        assertThat(verified).containsEntry("state", "verified").containsEntry("open", false);
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(0, 1));

        var judged = entity(work.actions.effect(
                id(verified), tag(verified), body("on", "2027-03-01", "outcome", "good", "text", "Inga nya inbrott")));
        assertThat(Objects.requireNonNull(judged.get("effect")).toString()).contains("good");
        assertThat(work.actions())
                .containsExactly(
                        "action.created",
                        "action.decided",
                        "action.in-progress",
                        "action.done",
                        "action.verified",
                        "action.evaluated");
        assertThat(work.journal).allMatch(entry -> entry.subject().equals(RECORD));
    }

    @Test
    void changesNeedTheirVersionAndAReasonWhereItMatters() {
        var made = create("record", RECORD, "title", "Laga", "state", "decided", "due", "2026-11-30");
        assertThatThrownBy(() -> work.actions.edit(id(made), null, body("title", "x")))
                .hasMessageContaining("precondition-required");
        assertThatThrownBy(() -> work.actions.edit(id(made), "\"9\"", body("title", "x")))
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> work.actions.edit(id(made), tag(made), body("due", "2026-12-24")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting("field")
                        .containsExactly("reason"));
        var later =
                entity(work.actions.edit(id(made), tag(made), body("due", "2026-12-24", "reason", "Väntar på delar")));
        assertThat(later).containsEntry("due", "2026-12-24").containsEntry("version", 2);
        assertThatThrownBy(() -> work.actions.step(id(later), tag(later), body("step", "reject")))
                .hasMessageContaining("invalid");
        assertThatThrownBy(() -> step(later, "verify")).hasMessageContaining("conflict");
        assertThat(entity(work.actions.step(id(later), tag(later), body("step", "reject", "reason", "Onödig"))))
                .containsEntry("state", "rejected")
                .containsEntry("reason", "Onödig");
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(0, 0));
    }

    @Test
    void wrongInputIsRefusedFieldByField() {
        assertThatThrownBy(() -> create(
                        "record",
                        RECORD,
                        "title",
                        " ",
                        "due",
                        "2026-02-30",
                        "cost",
                        "-1",
                        "currency",
                        "KRONOR",
                        "priority",
                        "huge",
                        "responsible",
                        "nobody",
                        "unit",
                        "nowhere",
                        "remindDays",
                        1000,
                        "repeatRule",
                        "FREQ=SECONDLY",
                        "verify",
                        "yes",
                        "colour",
                        "red"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting("field")
                        .contains(
                                "title",
                                "due",
                                "cost",
                                "currency",
                                "priority",
                                "responsible",
                                "unit",
                                "remindDays",
                                "repeatRule",
                                "verify",
                                "colour"));
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(0, 0));
    }

    @Test
    void aKeyMakesOne() {
        Map<String, @Nullable Object> body = body("record", RECORD, "title", "Laga");
        var one = entity(work.actions.create(body, "k1"));
        var again = entity(work.actions.create(body, "k1"));
        assertThat(again.get("id")).isEqualTo(one.get("id"));
        assertThatThrownBy(() -> work.actions.create(body("record", RECORD, "title", "Måla"), "k1"))
                .hasMessageContaining("idempotency-mismatch");
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(1, 0));
    }

    @Test
    void isSeenWithItsRecordByWhomItConcernsAndUpwardsWhenOverdue() {
        create("record", RECORD, "title", "Laga", "responsible", ANNA, "due", "2026-11-25", "state", "decided");
        work.access.be(DAVID);
        assertThat(titles(null, null, false, false)).isEmpty();
        assertThatThrownBy(() -> titles(RECORD, null, false, false)).hasMessageContaining("not-found");
        work.access.be(CECILIA);
        assertThat(titles(null, null, false, true)).isEmpty();
        work.access.be(ANNA);
        assertThat(titles(null, null, true, false)).containsExactly("Laga");
        work.access.beIn(SCHOOL, DAVID, READ);
        assertThat(titles(RECORD, null, false, false)).containsExactly("Laga");
        work.access.beIn(PARK, DAVID, READ);
        assertThat(titles(null, SCHOOL, false, false)).isEmpty();

        work.clock.advance(Duration.ofDays(4));
        work.access.be(CECILIA);
        assertThat(titles(null, null, false, true)).containsExactly("Laga");
        work.access.be(DAVID);
        assertThat(titles(null, null, false, true)).isEmpty();
    }

    @Test
    void standsAloneInAUnitWhereItMayBeManaged() {
        work.access.beIn(SCHOOL, DAVID, ActionAccess.MANAGE);
        assertThatThrownBy(() -> create("title", "Övning")).hasMessageContaining("invalid");
        assertThatThrownBy(() -> create("title", "Övning", "unit", PARK)).hasMessageContaining("forbidden");
        for (String day : List.of("2026-12-03", "2026-12-01", "2026-12-02")) {
            create("title", day, "unit", CLASS, "due", day);
        }
        create("title", "någon gång", "unit", SCHOOL);
        assertThat(titles(null, SCHOOL, false, false))
                .containsExactly("2026-12-01", "2026-12-02", "2026-12-03", "någon gång");
        assertThat(titles(null, CLASS, false, false)).hasSize(3);
        work.access.beIn(PARK, DAVID, ActionAccess.READ);
        assertThat(titles(null, SCHOOL, false, false)).isEmpty();
        assertThat(work.journal.get(0).subjectType()).isEqualTo("action");
    }

    @Test
    void isHandedOverAndTheFirstKeepsSeeingIt() {
        var made = create("record", RECORD, "title", "Laga", "responsible", ANNA, "state", "decided");
        work.access.be(ANNA);
        var offered = entity(work.actions.offer(id(made), tag(made), body("to", DAVID, "reason", "Semester")));
        work.access.be(CECILIA);
        assertThatThrownBy(() -> work.actions.answer(id(offered), tag(offered), body("accept", true)))
                .hasMessageContaining("not-found");
        work.access.be(DAVID);
        assertThatThrownBy(() -> work.actions.answer(id(offered), tag(offered), body("accept", false)))
                .hasMessageContaining("invalid");
        var accepted = entity(work.actions.answer(id(offered), tag(offered), body("accept", true)));
        assertThat(String.valueOf(accepted.get("responsible"))).contains("David");
        assertThat(step(accepted, "start")).containsEntry("state", "in-progress");
        work.access.be(ANNA);
        assertThat(titles(null, null, true, false)).containsExactly("Laga");
        assertThat(work.told).contains(new Told(DAVID, "action-offered"), new Told(ANNA, "action-accepted"));
    }

    @Test
    void aDeclinedOrWithdrawnOfferChangesNothing() {
        var made = create("record", RECORD, "title", "Laga", "responsible", ANNA, "state", "decided");
        work.access.be(ANNA);
        var offered = entity(work.actions.offer(id(made), tag(made), body("to", DAVID)));
        work.access.be(DAVID);
        var declined =
                entity(work.actions.answer(id(offered), tag(offered), body("accept", false, "reason", "Hinner inte")));
        assertThat(String.valueOf(declined.get("responsible"))).contains("Anna");
        work.access.be(ANNA);
        var again = entity(work.actions.offer(id(declined), tag(declined), body("to", BERIT)));
        var withdrawn = entity(work.actions.withdraw(id(again), tag(again)));
        assertThat(withdrawn.get("offeredTo")).isNull();
        assertThat(work.told).contains(new Told(ANNA, "action-declined"));
    }

    @Test
    void aPersonIsFoundCopiedAndErased() {
        var made = create("record", RECORD, "title", "Ring Karl Ask", "responsible", ANNA, "why", "Karl Ask såg det");
        var person = new Person(Optional.of(ANNA), List.of("Karl Ask"));
        var found = work.person.find(person);
        assertThat(found.places()).hasSize(1);
        var place = found.places().get(0);
        assertThat(place.about()).contains(RECORD);
        assertThat(place.found()).containsExactly("title", "why", "responsible");
        assertThat(work.person.copy(person, place.id())).containsEntry("title", "Ring Karl Ask");

        assertThat(work.person.erase(person, place.id(), "99")).isEqualTo(Outcome.CHANGED);
        assertThat(work.person.erase(person, place.id(), place.version())).isEqualTo(Outcome.ERASED);
        assertThat(work.person.find(person).places()).isEmpty();
        assertThat(read(made)).containsEntry("title", "Ring " + Person.MARK).containsEntry("responsible", null);
        work.access.be(DAVID);
        assertThat(work.person.find(new Person(Optional.of(BERIT), List.of())).hidden())
                .hasSize(1);
    }
}
