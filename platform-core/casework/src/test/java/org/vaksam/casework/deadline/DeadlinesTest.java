package org.vaksam.casework.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vaksam.casework.Work.body;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.FakeOffice;
import org.vaksam.casework.Work;
import org.vaksam.casework.Work.Told;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Clocks ring exactly once each, whatever happens to the platform and to its clock. */
@SuppressWarnings("NullAway.Init") // opened before each test
class DeadlinesTest {
    private static final String ID = "00000000-0000-7000-8000-000000000001";
    private static final FollowUp.StopDeadline STOP = new FollowUp.StopDeadline("answer");

    @TempDir
    Path folder;

    private Work work;
    private RecordRow row;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open() {
        start();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void start() {
        work = new Work(database(folder));
        row = work.records.add(ID, FakeOffice.SCHOOL, FakeOffice.ANNA);
    }

    /** A new process on the same data; what was told before counts on. */
    private void restart() {
        List<Told> told = List.copyOf(work.told);
        List<Journal.Entry> journal = List.copyOf(work.journal);
        Duration passed = Duration.between(Instant.parse("2026-11-23T13:00:00Z"), work.clock.instant());
        work.close();
        start();
        work.clock.advance(passed);
        work.told.addAll(told);
        work.journal.addAll(journal);
    }

    private static FollowUp.StartDeadline wanted(String due, String... reminders) {
        return new FollowUp.StartDeadline(
                "answer",
                new Text("Svara", "Answer"),
                Period.of(due).orElseThrow(),
                List.of(reminders).stream()
                        .map(each -> Period.of(each).orElseThrow())
                        .toList(),
                Optional.of("incidents:coordinator"));
    }

    private Deadline only() {
        return work.deadlines.of(row).get(0);
    }

    @Test
    void remindsIsMissedAndEscalatesOnceEach() {
        work.deadlines.start(row, wanted("PT72H", "PT24H", "PT2H"));
        work.watch.look();
        assertThat(work.actions()).containsExactly("deadline.started");

        work.clock.advance(Duration.ofHours(48));
        work.watch.look();
        work.watch.look();
        assertThat(work.told).containsExactly(new Told(FakeOffice.ANNA, "deadline-reminder"));

        work.clock.advance(Duration.ofHours(24));
        work.watch.look();
        work.watch.look();
        assertThat(work.told)
                .containsExactly(
                        new Told(FakeOffice.ANNA, "deadline-reminder"),
                        new Told(FakeOffice.ANNA, "deadline-reminder"),
                        new Told(FakeOffice.ANNA, "deadline-overdue"),
                        new Told(FakeOffice.CECILIA, "deadline-escalated"));
        assertThat(work.actions())
                .containsExactly(
                        "deadline.started",
                        "deadline.reminded",
                        "deadline.reminded",
                        "deadline.missed",
                        "deadline.escalated");
        assertThat(only().state()).isEqualTo(Deadline.State.MISSED);
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void whatFellDueWhileThePlatformWasOffIsToldLateAndOnce() {
        work.deadlines.start(row, wanted("PT72H", "PT24H"));
        work.clock.advance(Duration.ofDays(10));
        restart();
        work.watch.look();
        restart();
        work.watch.look();

        assertThat(work.actions())
                .containsExactly("deadline.started", "deadline.reminded", "deadline.missed", "deadline.escalated");
        assertThat(work.journal.stream().filter(entry -> entry.action().equals("deadline.missed")))
                .allMatch(entry -> Boolean.TRUE.equals(entry.data().get("late")));
        assertThat(work.told).hasSize(3);
    }

    @Test
    void aClockThatJumpsForwardAndBackRingsNothingTwice() {
        work.deadlines.start(row, wanted("PT72H", "PT24H"));
        work.clock.advance(Duration.ofDays(365));
        work.watch.look();
        work.clock.advance(Duration.ofDays(-365));
        work.watch.look();
        work.clock.advance(Duration.ofDays(3));
        work.watch.look();
        assertThat(work.told).hasSize(3);
    }

    @Test
    void whatIsDoneInTimeIsMetAndNobodyIsTold() {
        work.deadlines.start(row, wanted("P3WD", "P1WD"));
        assertThat(only().dueAt()).isEqualTo("2026-11-26T22:59:59Z");
        work.deadlines.start(row, wanted("PT1H"));
        assertThat(work.deadlines.of(row)).hasSize(1);

        work.deadlines.stop(row, STOP);
        work.deadlines.stop(row, STOP);
        work.clock.advance(Duration.ofDays(30));
        work.watch.look();
        assertThat(only().state()).isEqualTo(Deadline.State.MET);
        assertThat(work.actions()).containsExactly("deadline.started", "deadline.met");
        assertThat(work.told).isEmpty();

        work.deadlines.start(row, wanted("PT1H"));
        assertThat(work.deadlines.of(row)).hasSize(2);
    }

    @Test
    void whatIsDoneLateBeforeAnybodyLookedWasMissedAllTheSame() {
        work.deadlines.start(row, wanted("PT1H"));
        work.clock.advance(Duration.ofHours(2));
        work.deadlines.stop(row, STOP);
        work.watch.look();
        assertThat(only().state()).isEqualTo(Deadline.State.MISSED);
        assertThat(only().isOpen()).isFalse();
        assertThat(work.actions()).containsExactly("deadline.started", "deadline.missed", "deadline.escalated");
    }

    @Test
    void theClockOfAClosedRecordStopsAndThatOfARemovedOneGoes() {
        work.deadlines.start(row, wanted("PT1H"));
        work.records.put(ID, FakeOffice.SCHOOL, FakeOffice.ANNA, "closed", "internal");
        work.clock.advance(Duration.ofHours(2));
        work.watch.look();
        assertThat(only().state()).isEqualTo(Deadline.State.STOPPED);

        work.deadlines.start(row, wanted("PT1H"));
        work.records.remove(ID);
        work.clock.advance(Duration.ofHours(2));
        work.watch.look();
        assertThat(work.deadlines.of(row)).hasSize(1);
        assertThat(work.told).isEmpty();
    }

    @Test
    void moreTimeTakesTheRightAReasonAndTheRightVersion() {
        work.deadlines.start(row, wanted("PT1H", "PT30M"));
        String id = only().id();
        Map<String, ?> body = Map.of("dueAt", "2026-11-30T12:00:00+01:00", "reason", "Väntar på polisen");

        work.access.be(FakeOffice.DAVID);
        assertThatThrownBy(() -> extend(id, "\"1\"", body)).hasMessageContaining("not-found");
        work.access.be(FakeOffice.DAVID, "incidents:report:read");
        assertThatThrownBy(() -> extend(id, "\"1\"", body)).hasMessageContaining("forbidden");
        work.access.be(FakeOffice.ANNA, "incidents:report:read", "incidents:report:handle");
        assertThatThrownBy(() -> extend(id, "\"7\"", body)).hasMessageContaining("stale");
        assertThatThrownBy(() -> extend(id, "\"1\"", Map.of("dueAt", "2026-11-30T12:00:00Z")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting("field")
                        .containsExactly("reason"));
        assertThatThrownBy(() -> extend(id, "\"1\"", Map.of("dueAt", "2026-11-23T13:30:00Z", "reason", "x")))
                .hasMessageContaining("invalid");

        work.clock.advance(Duration.ofHours(2));
        work.watch.look();
        extend(id, "\"2\"", body);
        assertThat(only().state()).isEqualTo(Deadline.State.RUNNING);
        work.clock.advance(Duration.ofDays(30));
        work.watch.look();
        assertThat(work.actions())
                .containsSubsequence("deadline.missed", "deadline.extended", "deadline.reminded", "deadline.missed");
    }

    @Test
    void onesOwnAreThoseOfTheRecordsOneIsAssignedTo() {
        work.deadlines.start(row, wanted("PT1H"));
        work.access.be(FakeOffice.ANNA);
        assertThat((List<?>) work.deadlineResource.list(null, true).get("items"))
                .hasSize(1);
        work.access.be(FakeOffice.DAVID);
        assertThat((List<?>) work.deadlineResource.list(null, true).get("items"))
                .isEmpty();
        assertThatThrownBy(() -> work.deadlineResource.list(null, false)).hasMessageContaining("bad-request");
    }

    private void extend(String id, String version, Map<String, ?> members) {
        var body = body();
        body.putAll(members);
        work.deadlineResource.extend(id, version, body);
    }
}
