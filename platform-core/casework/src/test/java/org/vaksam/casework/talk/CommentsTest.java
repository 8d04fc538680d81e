package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.comment.CommentTable;
import org.vaksam.casework.comment.Comments;
import org.vaksam.casework.comment.CommentsResource;
import org.vaksam.casework.comment.CommentsResource.View;
import org.vaksam.casework.comment.Mentions;
import org.vaksam.casework.notice.NoticesResource;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** What people say about a record, who hears of it, and how it is taken back. */
class CommentsTest {
    private Talk talk;
    private CommentsResource comments;
    private boolean held;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
        var mentions = new Mentions(Office.accounts(), Office.search(), talk.office);
        comments = new CommentsResource(
                new Comments(
                        new CommentTable(talk.tables),
                        mentions,
                        talk.office,
                        this::refuse,
                        talk.follows,
                        talk.writer,
                        talk.journal(),
                        talk.database.transactions(),
                        talk.me,
                        talk.clock),
                mentions,
                talk.office,
                Office.accounts());
        talk.office.be(Office.ANNA);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void whoIsMentionedAndWhoFollowsHearsOfItOnce() {
        add("Vem var där? @bo.ek.", List.of("carin"));
        talk.office.be(Office.BO);
        add("Jag, @anna", List.of());

        assertThat(talk.told(Office.BO)).extracting(NoticesResource.View::kind).containsExactly("mention");
        assertThat(talk.told(Office.CARIN))
                .extracting(NoticesResource.View::text)
                .containsExactly("Anna Berg mentioned you in a comment");
        assertThat(talk.told(Office.ANNA))
                .extracting(NoticesResource.View::kind)
                .containsExactly("mention");
        talk.office.be(Office.CARIN);
        add("Bra", List.of());
        assertThat(talk.told(Office.BO)).extracting(NoticesResource.View::kind).containsExactly("comment", "mention");
        assertThat(talk.newsOf()).contains(Office.ANNA, Office.BO, Office.CARIN);
        assertThat(talk.actions()).containsOnly("comment.added");
        assertThat(talk.journal.toString()).doesNotContain("Vem var");
    }

    @Test
    void whoMayNotSeeTheRecordCannotBeMentionedAndIsNamed() {
        assertThatThrownBy(() -> add("@dan vet", List.of()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.fields().get(0).detail().en())
                        .startsWith("Dan Falk may not see"));
        assertProblem(422, () -> add("Hej", List.of("nobody")));
        assertThat(add("skriv till x@dan och @ingen", List.of()).mentions()).isEmpty();
        assertThat(comments.people(Office.THEFT, "a").get("items"))
                .extracting(CommentsResource.Candidate::username)
                .containsExactly("anna", "carin");
    }

    @Test
    void whoMayNotSeeTheRecordSaysAndReadsNothing() {
        View said = add("Hej", List.of());
        talk.office.be(Office.DAN);

        assertProblem(404, () -> add("Jag med", List.of()));
        assertProblem(404, () -> comments.list(Office.THEFT, null, 50));
        assertProblem(404, () -> comments.versions(said.id()));
        assertProblem(404, () -> comments.remove(said.id()));
        assertProblem(404, () -> comments.edit(said.id(), "*", Map.of("text", "x")));
        talk.office.beNobody();
        assertProblem(403, () -> add("Jag med", List.of()));
    }

    @Test
    void itsAuthorChangesACommentForAQuarterOfAnHourAndWhatItSaidIsKept() {
        View said = add("Hej @bo.ek", List.of());
        talk.clock.advance(Duration.ofMinutes(14));
        comments.edit(said.id(), "\"1\"", Map.of("text", "Hej @bo.ek och @carin"));
        assertProblem(412, () -> comments.edit(said.id(), "\"1\"", Map.of("text", "Annat")));
        assertThat(comments.versions(said.id()).get("items"))
                .extracting(CommentTable.Earlier::text)
                .containsExactly("Hej @bo.ek");
        assertThat(talk.told(Office.BO)).hasSize(1);
        assertThat(talk.told(Office.CARIN)).hasSize(1);
        assertProblem(409, () -> comments.edit(said.id(), "\"2\"", Map.of("text", "Inte min")));

        talk.office.be(Office.ANNA);
        talk.clock.advance(Duration.ofMinutes(2));
        assertProblem(409, () -> comments.edit(said.id(), "\"2\"", Map.of("text", "För sent")));
        talk.clock.advance(Duration.ofDays(-400));
        assertProblem(409, () -> comments.edit(said.id(), "\"2\"", Map.of("text", "Klockan går fel")));
    }

    @Test
    void whatIsRemovedLeavesAMarkerAndNothingElse() {
        View said = add("Personnummer 19121212-1212", List.of());
        comments.edit(said.id(), "\"1\"", Map.of("text", "Hemligt 19121212-1212"));
        talk.office.be(Office.CARIN);
        assertProblem(403, () -> comments.remove(said.id()));
        talk.office.be(Office.BO);
        comments.remove(said.id());
        comments.remove(said.id());

        View left = comments.list(Office.THEFT, null, 50).items().get(0);
        assertThat(left.text()).isEmpty();
        assertThat(left.removedBy()).map(CommentsResource.Person::name).contains("Bo Ek");
        assertThat(comments.versions(said.id()).get("items")).isEmpty();
        assertThat(talk.actions()).containsExactly("comment.added", "comment.edited", "comment.removed");
        talk.office.be(Office.ANNA);
        assertProblem(409, () -> comments.edit(said.id(), "*", Map.of("text", "Åter")));
    }

    @Test
    void nothingIsTakenAwayFromAHeldRecord() {
        View said = add("Bevis", List.of());
        held = true;

        assertProblem(409, () -> comments.remove(said.id()));
        assertThat(comments.list(Office.THEFT, null, 50).items().get(0).text()).isEqualTo("Bevis");
    }

    @Test
    void theSameKeySaysTheSameOnce() {
        View first = (View) comments.add("key-1", body("Hej")).getEntity();
        View again = (View) comments.add("key-1", body("Hej")).getEntity();

        assertThat(again.id()).isEqualTo(first.id());
        assertProblem(422, () -> comments.add("key-1", body("Något annat")));
        assertProblem(400, () -> comments.add("två ord", body("Hej")));
        talk.office.be(Office.BO);
        assertThat(((View) comments.add("key-1", body("Hej")).getEntity()).id()).isNotEqualTo(first.id());
    }

    @Test
    void whatIsTooLongOrNoTextIsRefused() {
        assertProblem(422, () -> add("x".repeat(4_001), List.of()));
        assertProblem(422, () -> add("  ", List.of()));
        assertProblem(422, () -> add("\u0000", List.of()));
        assertProblem(422, () -> comments.add(null, Map.of("record", Office.THEFT, "text", 7)));
        assertProblem(422, () -> comments.add(null, Map.of("record", Office.THEFT, "text", "x", "other", 1)));
        assertThat(add("x".repeat(4_000), List.of()).text()).hasSize(4_000);
    }

    @Test
    void aLongTalkIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            add("Nummer " + i, List.of());
        }
        var first = comments.list("INC-2026-000001", null, 3);
        var rest = comments.list("INC-2026-000001", first.next().orElseThrow(), 3);

        assertThat(first.items()).extracting(View::text).containsExactly("Nummer 0", "Nummer 1", "Nummer 2");
        assertThat(rest.items()).extracting(View::text).containsExactly("Nummer 3", "Nummer 4");
        assertThat(rest.next()).isEmpty();
    }

    private void refuse(RecordRow row) {
        if (held) {
            throw Problem.conflict(Text.same(row.number()));
        }
    }

    private View add(String text, List<String> mentions) {
        return (View) comments.add(null, Map.of("record", Office.THEFT, "text", text, "mentions", mentions))
                .getEntity();
    }

    private static Map<String, Object> body(String text) {
        return Map.of("record", Office.THEFT, "text", text);
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
