package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeSettingsResource;
import org.vaksam.casework.notice.NoticesResource.View;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Who is told what, and how one reads it. */
class NoticesTest {
    private Talk talk;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void partiesAreToldOnceEachIfTheyMaySeeTheRecord() {
        RecordRow theft = talk.office.record(Office.THEFT);
        talk.office.be(Office.CARIN);
        talk.writer.tell(
                theft,
                NoticeKind.DEADLINE,
                List.of("assignee", "reporter", "manager-of-unit", "guard"),
                "deadline-reminder",
                Map.of("label.sv", "Svar", "label.en", "Answer", "due", "2026-03-05T22:30:00Z"));

        assertThat(talk.told(Office.BO))
                .extracting(View::text)
                .containsExactly("The deadline Answer is due 2026-03-05 23:30");
        assertThat(talk.told(Office.ANNA)).hasSize(1);
        assertThat(talk.told(Office.CARIN)).as("did it").isEmpty();
        assertThat(talk.told(Office.DAN)).as("may not see it").isEmpty();
    }

    @Test
    void aProcessTellsItsPartiesAndAnUnknownSentenceBecomesAGeneralOne() {
        RecordRow theft = talk.office.record(Office.THEFT);
        talk.writer.tell(theft, new FollowUp.Notice(List.of("assignee"), "assigned"));
        talk.writer.tell(theft, new FollowUp.Notice(List.of("reporter"), "of-our-own"));

        assertThat(talk.told(Office.BO)).extracting(View::kind).containsExactly("assigned");
        assertThat(talk.told(Office.ANNA)).extracting(View::kind).containsExactly("routed");
        assertThat(talk.told(Office.ANNA)).extracting(View::text).containsExactly("Something happened in the record");
    }

    @Test
    void whatWasRolledBackWasNeverTold() {
        assertThatThrownBy(() -> talk.database.transactions().required(() -> {
                    talk.tell(Office.ANNA, NoticeKind.MENTION);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(talk.told(Office.ANNA)).isEmpty();
        assertThat(talk.news).isEmpty();
    }

    @Test
    void noticesAreReadOneByOneAllTogetherAndOfOneRecord() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.tell(Office.ANNA, NoticeKind.MENTION, Office.THREAT);
        talk.tell(Office.ANNA, NoticeKind.COMMENT);
        List<View> told = talk.told(Office.ANNA);
        assertThat(talk.noticesResource.count().unread()).isEqualTo(3);

        talk.noticesResource.read(told.get(0).id());
        talk.noticesResource.read(told.get(0).id());
        assertThat(talk.noticesResource.count().unread()).isEqualTo(2);
        talk.noticesResource.unread(told.get(0).id());
        assertThat(talk.noticesResource
                        .readAll(Map.of("record", "INC-2026-000001"))
                        .read())
                .isEqualTo(2);
        assertThat(talk.noticesResource.list(true, null, 10).items())
                .extracting(View::id)
                .containsExactly(told.get(1).id());
        assertThat(talk.noticesResource.readAll(null).read()).isEqualTo(1);
        assertThat(talk.noticesResource.readAll(null).read()).isZero();
    }

    @Test
    void nobodyReadsTheNoticesOfSomebodyElse() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        String id = talk.told(Office.ANNA).get(0).id();
        talk.office.be(Office.BO);

        assertThatThrownBy(() -> talk.noticesResource.read(id)).isInstanceOf(Problem.class);
        assertThat(talk.noticesResource.readAll(null).read()).isZero();
        talk.office.beNobody();
        assertThatThrownBy(() -> talk.noticesResource.count()).isInstanceOf(Problem.class);
    }

    @Test
    void aRecordThatIsNoLongerSeenIsNotNamedAndARestrictedOneByNumberOnly() {
        talk.tell(Office.ANNA, NoticeKind.MENTION, Office.THREAT);
        assertThat(talk.told(Office.ANNA).get(0).record().orElseThrow().title()).isEmpty();
        talk.office.blind.add(Office.ANNA);

        View hidden = talk.told(Office.ANNA).get(0);
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.text()).isEmpty();
        assertThat(hidden.record()).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 5; i++) {
            talk.tell(Office.ANNA, NoticeKind.MENTION);
        }
        talk.office.be(Office.ANNA);
        var first = talk.noticesResource.list(false, null, 3);
        var rest = talk.noticesResource.list(false, first.next().orElseThrow(), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void choicesAreCheckedAndBasedOnAVersion() {
        talk.office.be(Office.ANNA);
        var resource = talk.settingsResource;
        Map<String, Object> wanted = Map.of(
                "mail",
                Map.of("comment", "now"),
                "language",
                "en",
                "digestHour",
                16,
                "quiet",
                Map.of("from", "22:00", "until", "06:00"));
        var view =
                (NoticeSettingsResource.View) resource.change("\"0\"", wanted).getEntity();

        assertThat(view.mail()).containsEntry("comment", "now").containsEntry("subscription", "digest");
        assertThat(view.quiet().orElseThrow().from()).isEqualTo("22:00");
        assertThatThrownBy(() -> resource.change("\"0\"", wanted)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.change(null, wanted)).isInstanceOf(Problem.class);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("mail", Map.of("comment", "sometimes")),
                Map.of("mail", Map.of("gossip", "now")),
                Map.of("language", "de"),
                Map.of("digestHour", 24),
                Map.of("quiet", Map.of("from", "22:00", "until", "22:00")),
                Map.of("quiet", Map.of("from", "22:00")),
                Map.of("quiet", Map.of("from", "25:00", "until", "06:00")))) {
            assertThatThrownBy(() -> resource.change("\"1\"", wrong))
                    .as(wrong.toString())
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void onlyTheNewestThousandAreKeptAndThoseThatWaitForTheirLetter() {
        talk.tell(Office.ANNA, NoticeKind.MENTION);
        talk.mailer.platform = java.util.Optional.empty();
        for (int i = 0; i < 1_005; i++) {
            talk.tell(Office.ANNA, NoticeKind.MENTION);
        }
        assertThat(talk.notices.trim()).isEqualTo(5);
        assertThat(talk.notices.trim()).isZero();
        talk.office.be(Office.ANNA);
        assertThat(talk.noticesResource.count().unread()).isEqualTo(1_001);
    }
}
