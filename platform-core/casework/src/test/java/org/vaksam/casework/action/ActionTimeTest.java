package org.vaksam.casework.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.FakeOffice.ANNA;
import static org.vaksam.casework.FakeOffice.BERIT;
import static org.vaksam.casework.FakeOffice.CECILIA;
import static org.vaksam.casework.Work.body;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;
import org.vaksam.casework.Work.Told;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.RecordActions.Tally;

/** Actions in time: they remind, are overdue, and come again. */
class ActionTimeTest extends ActionScene {
    @Test
    void remindsIsOverdueAndGoesUpwardsOneStepAtATime() {
        create("record", RECORD, "title", "Laga", "responsible", ANNA, "due", "2026-11-30", "state", "decided");
        work.told.clear();
        work.clock.advance(Duration.ofDays(4));
        work.watch.look();
        assertThat(work.told).containsExactly(new Told(ANNA, "action-reminder"));
        work.clock.advance(Duration.ofDays(4));
        work.watch.look();
        work.watch.look();
        assertThat(work.told)
                .containsExactly(
                        new Told(ANNA, "action-reminder"),
                        new Told(ANNA, "action-overdue"),
                        new Told(BERIT, "action-escalated"));
        for (int week = 0; week < 6; week++) {
            work.clock.advance(Duration.ofDays(7));
            work.watch.look();
        }
        assertThat(work.told).hasSize(4).endsWith(new Told(CECILIA, "action-escalated"));
    }

    @Test
    void whatIsDoneRingsNoMore() {
        var made =
                create("record", RECORD, "title", "Laga", "responsible", ANNA, "due", "2026-11-30", "state", "decided");
        work.access.be(ANNA);
        step(made, "finish");
        work.told.clear();
        work.clock.advance(Duration.ofDays(90));
        work.watch.look();
        assertThat(work.told).isEmpty();
    }

    @Test
    void comesAgainOnceWhenDone() {
        var made = create(
                "record",
                RECORD,
                "title",
                "Prova larmet",
                "responsible",
                ANNA,
                "due",
                "2026-11-30",
                "state",
                "decided",
                "repeatRule",
                "FREQ=MONTHLY",
                "repeatWhen",
                "done");
        work.access.be(ANNA);
        var done = step(made, "finish");
        String next = String.valueOf(done.get("repeatedAs"));
        assertThat(entity(work.actions.read(next)))
                .containsEntry("due", "2026-12-30")
                .containsEntry("state", "decided")
                .containsEntry("repeatedFrom", made.get("id"));
        handler();
        var reopened = entity(work.actions.step(id(done), tag(done), body("step", "reopen", "reason", "Fel larm")));
        step(reopened, "finish");
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(2, 0));
    }

    @Test
    void comesAgainWhenDueAlthoughNotDone() {
        create(
                "record",
                RECORD,
                "title",
                "Prova larmet",
                "responsible",
                ANNA,
                "due",
                "2026-11-30",
                "state",
                "decided",
                "repeatRule",
                "FREQ=WEEKLY",
                "repeatWhen",
                "due");
        work.clock.advance(Duration.ofDays(22));
        work.watch.look();
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(2, 0));
        assertThat(work.journal)
                .anyMatch(entry -> entry.action().equals("action.repeated")
                        && Integer.valueOf(2).equals(entry.data().get("skipped")));
        work.clock.advance(Duration.ofDays(7));
        work.watch.look();
        assertThat(work.actionTable.of(RECORD)).isEqualTo(new Tally(3, 0));
    }

    @Test
    void aProcessMakesOne() {
        var row = work.records.byIds(List.of(RECORD)).get(0);
        work.followUp.create(
                row, new FollowUp.NewAction(new Text("Utred", "Investigate"), "manager-of-unit", Period.of("P3WD")));
        var made = work.actions
                .list(false, RECORD, null, List.of(), null, false, 50, null)
                .items()
                .get(0);
        assertThat(made).containsEntry("title", "Utred").containsEntry("due", "2026-11-26");
        assertThat(String.valueOf(made.get("responsible"))).contains("Berit");
    }
}
