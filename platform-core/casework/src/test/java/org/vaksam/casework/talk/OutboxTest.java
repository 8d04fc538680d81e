package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.Health;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.mail.MailResource;
import org.vaksam.casework.mail.Outbox;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.talk.FakeMailer.Mood;
import org.vaksam.spi.mail.Mailer.Letter;
import org.vaksam.testkit.TestDatabase;

/** Nothing that should become a letter is lost, whatever the mail server, the clock or the platform does. */
class OutboxTest {
    private Talk talk;
    private Outbox outbox;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
        outbox = talk.outbox();
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aNoticeBecomesALetterInTheReadersLanguageWithALink() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();

        Letter letter = only();
        assertThat(letter.to()).isEqualTo("anna@example.se");
        assertThat(letter.subject()).isEqualTo("INC-2026-000001 Stulen cykel: Carin Dahl nämnde dig i en kommentar.");
        assertThat(letter.text())
                .contains("Hej Anna Berg!")
                .contains("https://vaksam.example.se/console/a/incidents/reports/INC-2026-000001");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(1);
    }

    @Test
    void ofARestrictedRecordALetterSaysTheNumberOnly() {
        talk.tell(Office.ANNA, NoticeKind.MENTION, Office.THREAT);
        outbox.look();

        assertThat(only().subject()).startsWith("INC-2026-000002: ");
        assertThat(only().text() + only().subject()).doesNotContain("mot lärare", "Carin");
    }

    @Test
    void whatTheReaderMayNoLongerSeeIsNotSent() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.office.blind.add(Office.ANNA);
        outbox.look();

        assertThat(talk.mailer.taken).isEmpty();
        assertThat(talk.mail().status().waiting()).isZero();
    }

    @Test
    void aServerThatIsDownForAnHourLosesNothingAndGetsNothingTwice() {
        talk.mailer.mood = Mood.DOWN;
        for (int minute = 0; minute < 60; minute++) {
            if (minute % 10 == 0) {
                talk.tell(Office.ANNA, NoticeKind.MENTION);
            }
            outbox.look();
            talk.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(talk.mailer.taken).isEmpty();
        assertThat(talk.health().check().status()).isEqualTo(Health.Status.WARN);

        talk.mailer.mood = Mood.WELL;
        for (int minute = 0; minute < 60; minute++) {
            outbox.look();
            talk.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(talk.mailer.taken).hasSize(6).extracting(Letter::id).doesNotHaveDuplicates();
        assertThat(talk.health().check().status()).isEqualTo(Health.Status.OK);
    }

    @Test
    void aServerThatIsDownIsLeftAloneAfterAFewLetters() {
        talk.mailer.mood = Mood.DOWN;
        for (int i = 0; i < 20; i++) {
            talk.tell(Office.ANNA, NoticeKind.MENTION);
        }
        outbox.look();

        assertThat(talk.mailer.asked).isEqualTo(3);
    }

    @Test
    void whatDiesWhileItSendsSendsAgainWithTheSameId() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.mailer.mood = Mood.BREAKING_OFF;
        assertThatThrownBy(outbox::look).isInstanceOf(Error.class);
        talk.mailer.mood = Mood.WELL;
        talk.outbox().look();
        assertThat(talk.mailer.taken)
                .as("claimed by who may be sending it still")
                .hasSize(1);

        talk.clock.advance(Duration.ofMinutes(6));
        talk.outbox().look();
        assertThat(talk.mailer.taken).hasSize(2);
        assertThat(talk.mailer.taken.get(0)).isEqualTo(talk.mailer.taken.get(1));
        assertThat(talk.mailer.taken.get(0).id()).isPresent();
    }

    @Test
    void twoMachinesSendEachLetterOnce() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            talk.tell(Office.ANNA, NoticeKind.MENTION);
        }
        var first = new Thread(outbox::look);
        var second = new Thread(talk.outbox()::look);
        first.start();
        second.start();
        first.join();
        second.join();
        outbox.look();

        assertThat(talk.mailer.taken).hasSize(30).extracting(Letter::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNeverTakenLandsInATrayAndCanBeTriedAgainOrDiscarded() {
        talk.mailer.mood = Mood.DOWN;
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.tell(Office.ANNA, NoticeKind.ASSIGNED);
        for (int day = 0; day < 30; day++) {
            outbox.look();
            talk.clock.advance(Duration.ofDays(1));
        }
        MailResource mail = talk.mail();
        var tray = mail.undeliverable(null, 50).items();
        assertThat(tray).hasSize(2);
        assertThat(tray.get(0).reason()).isEqualTo("Connection refused");
        assertThat(tray.get(0).attempts()).isEqualTo(16);
        assertThat(mail.undeliverable(tray.get(0).id(), 50).items()).hasSize(1);

        talk.mailer.mood = Mood.WELL;
        mail.discard(tray.get(0).id());
        mail.retry(tray.get(1).id());
        assertThatThrownBy(() -> mail.retry(tray.get(0).id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> mail.discard(tray.get(1).id())).isInstanceOf(Problem.class);
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(1);
        assertThat(mail.status()).isEqualTo(new MailResource.Status(true, 0, 0, 0));
        assertThat(talk.actions()).containsExactly("mail.discarded", "mail.retried");
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedForDays() {
        talk.mailer.mood = Mood.REFUSING;
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();

        assertThat(talk.mail().undeliverable(null, 50).items()).hasSize(1);
        assertThat(talk.health().check().message().en()).contains("could not be delivered");
    }

    @Test
    void aClockThatJumpsMakesNothingWaitForever() {
        talk.mailer.mood = Mood.DOWN;
        talk.clock.set("2036-01-01T09:00:00Z");
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.tell(Office.ANNA, NoticeKind.COMMENT);
        outbox.look();
        talk.mailer.mood = Mood.WELL;

        talk.clock.set("2026-03-02T09:00:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(2);

        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.clock.set("2016-03-02T09:00:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(3);
    }

    @Test
    void quietHoursOverMidnightDelay() {
        quiet("22:00", "06:30");
        talk.clock.set("2026-03-02T21:00:00Z");
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();
        talk.clock.set("2026-03-03T05:29:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).isEmpty();

        talk.clock.set("2026-03-03T05:30:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(1);
    }

    @Test
    void quietHoursGoByTheClockOnTheWallInTheNightsWhenItChanges() {
        quiet("02:00", "03:00");
        talk.clock.set("2026-03-29T01:00:00Z");
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();
        assertThat(talk.mailer.taken).as("there is no 02:30 in this night").hasSize(1);

        talk.clock.set("2026-10-25T00:30:00Z");
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();
        talk.clock.set("2026-10-25T01:30:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).as("02:30 comes twice").hasSize(1);
        talk.clock.set("2026-10-25T02:00:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(2);
    }

    @Test
    void theDailyLetterGathersWhatIsUnreadOnceADay() {
        talk.tell(Office.ANNA, NoticeKind.COMMENT);
        talk.tell(Office.ANNA, NoticeKind.COMMENT, Office.THREAT);
        talk.tell(Office.ANNA, NoticeKind.SUBSCRIPTION);
        outbox.look();
        assertThat(talk.mailer.taken).isEmpty();
        String read = talk.told(Office.ANNA).get(0).id();
        talk.noticesResource.read(read);
        talk.office.beNobody();

        talk.clock.set("2026-03-03T05:59:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).isEmpty();
        talk.clock.set("2026-03-03T06:00:00Z");
        outbox.look();
        assertThat(only().subject()).isEqualTo("2 nyheter i Vaksam");
        assertThat(only().text()).contains("INC-2026-000001 Stulen cykel", "INC-2026-000002\n");

        talk.tell(Office.ANNA, NoticeKind.COMMENT);
        talk.clock.set("2026-03-03T20:00:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).hasSize(1);
        talk.clock.set("2026-03-09T20:00:00Z");
        outbox.look();
        assertThat(talk.mailer.taken).as("the platform was off for days").hasSize(2);
    }

    @Test
    void withoutAMailServerOrAnAddressNoLettersPileUp() {
        talk.office.addresses.remove(Office.BO);
        talk.tell(Office.BO, NoticeKind.MENTION);
        talk.mailer.platform = Optional.empty();
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        outbox.look();
        talk.mailer.platform = new FakeMailer().platform;
        outbox.look();

        assertThat(talk.mailer.taken).isEmpty();
        assertThat(talk.mail().status().waiting()).isZero();
        assertThat(talk.told(Office.ANNA)).hasSize(1);
    }

    @Test
    void whoWantsNoLettersGetsNone() {
        talk.office.be(Office.ANNA);
        talk.settingsResource.change("\"0\"", Map.of("mail", Map.of("mention", "never"), "language", "en"));
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.office.beNobody();
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.tell(Office.ANNA, NoticeKind.ASSIGNED);
        outbox.look();

        assertThat(only().text()).contains("Hello Anna Berg!");
    }

    private void quiet(String from, String until) {
        talk.office.be(Office.ANNA);
        talk.settingsResource.change("\"0\"", Map.of("quiet", Map.of("from", from, "until", until)));
        talk.office.beNobody();
    }

    private Letter only() {
        assertThat(talk.mailer.taken).hasSize(1);
        return talk.mailer.taken.get(0);
    }
}
