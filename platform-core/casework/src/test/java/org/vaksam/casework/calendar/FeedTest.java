package org.vaksam.casework.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vaksam.casework.FakeOffice.ANNA;
import static org.vaksam.casework.FakeOffice.SCHOOL;
import static org.vaksam.casework.Work.body;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Summary;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.Work;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.testkit.TestDatabase;

/** What calendar programs read, as a parser that is not ours understands it. */
@SuppressWarnings("NullAway.Init") // opened before each test
class FeedTest {
    private static final String RECORD = "00000000-0000-7000-8000-000000000001";
    private static final String LONG =
            "Byt lås, nycklar; och \\ skyltar på Tågaborgsskolan – så att ingen kommer in igen åäö "
                    + "🔒🔒🔒 och en gång till så att raden måste vikas flera gånger";

    @TempDir
    Path folder;

    private Work work;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open() {
        work = new Work(database(folder));
        work.records.add(RECORD, SCHOOL, ANNA);
        work.access.be(ANNA, "incidents:report:read", "incidents:report:handle");
    }

    @AfterEach
    void close() {
        work.close();
    }

    private void action(String title) {
        work.actions.create(
                body(
                        "record",
                        RECORD,
                        "title",
                        title,
                        "why",
                        "Rad ett\nrad två",
                        "responsible",
                        ANNA,
                        "due",
                        "2026-11-30"),
                null);
    }

    private void deadline() {
        work.deadlines.start(
                work.records.byIds(List.of(RECORD)).get(0),
                new FollowUp.StartDeadline(
                        "answer",
                        new Text("Svara", "Answer"),
                        Period.of("P3WD").orElseThrow(),
                        List.of(),
                        Optional.empty()));
    }

    private String text(String secret) {
        return work.feed.read(secret, null).getEntity().toString();
    }

    @Test
    void isReadAsItWasMeant() {
        action(LONG);
        deadline();
        String text = text(work.feeds.renew(ANNA));
        ICalendar parsed = Biweekly.parse(text).first();
        assertThat(parsed.validate(ICalVersion.V2_0).isEmpty())
                .as(parsed.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(parsed.getEvents()).hasSize(2);
        VEvent deadline = parsed.getEvents().get(0);
        assertThat(deadline.getSummary().getValue()).isEqualTo("Deadline: Answer");
        assertThat(deadline.getDateStart().getValue().toInstant()).isEqualTo("2026-11-26T22:59:59Z");
        VEvent action = parsed.getEvents().get(1);
        assertThat(action.getSummary().getValue()).isEqualTo("Action: " + LONG);
        assertThat(action.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(UTF_8).length <= 75);
    }

    @Test
    void ofARestrictedRecordTellsNumberAndTypeOnly() {
        action("Hemlig plan");
        deadline();
        work.records.put(RECORD, SCHOOL, ANNA, "open", "restricted");
        String text = text(work.feeds.renew(ANNA));
        assertThat(text).doesNotContain("Hemlig", "Answer", "Svara", "cykel").contains("INC-2026-000001");
    }

    @Test
    void showsNothingOfRecordsThatThePersonSeesNoMore() {
        action("Plan");
        deadline();
        work.records.blind.add(ANNA);
        assertThat(text(work.feeds.renew(ANNA))).doesNotContain("Plan").doesNotContain("Svara");
    }

    @Test
    void theSameIsNotSentTwice() {
        action("Laga");
        String secret = work.feeds.renew(ANNA);
        Response first = work.feed.read(secret, null);
        String tag = Objects.requireNonNull(first.getHeaderString("ETag"));
        work.clock.advance(Duration.ofMinutes(5));
        assertThat(work.feed.read(secret, tag).getStatus()).isEqualTo(304);
        action("Måla");
        assertThat(work.feed.read(secret, tag).getStatus()).isEqualTo(200);
    }

    @Test
    void aLinkEndsWhenItIsRenewedOrRevoked() {
        String old = work.feeds.renew(ANNA);
        String secret = work.feeds.renew(ANNA);
        assertThatThrownBy(() -> text(old)).hasMessageContaining("not-found");
        assertThat(text(secret)).startsWith("BEGIN:VCALENDAR");
        assertThat(work.feeds.of(ANNA).orElseThrow().read()).isPresent();
        work.feeds.revoke(ANNA);
        assertThatThrownBy(() -> text(secret)).hasMessageContaining("not-found");
        assertThat(work.feeds.of(ANNA)).isEmpty();
    }

    @Test
    void isReadSoAndSoOften() {
        String secret = work.feeds.renew(ANNA);
        for (int i = 0; i < 30; i++) {
            text(secret);
        }
        assertThatThrownBy(() -> text(secret))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        work.clock.advance(Duration.ofMinutes(11));
        assertThat(text(secret)).isNotEmpty();
    }

    @Test
    void aTitleIsNothingButAText() {
        action("x\\nBEGIN:VEVENT");
        ICalendar parsed = Biweekly.parse(text(work.feeds.renew(ANNA))).first();
        assertThat(parsed.getEvents()).hasSize(1);
        Summary summary = parsed.getEvents().get(0).getSummary();
        assertThat(summary.getValue()).isEqualTo("Action: x\\nBEGIN:VEVENT");
    }
}
