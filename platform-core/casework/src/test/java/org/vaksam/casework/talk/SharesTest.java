package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.notice.NoticesResource.View;
import org.vaksam.casework.share.ShareTable;
import org.vaksam.casework.share.Shares;
import org.vaksam.casework.share.SharesResource;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.testkit.TestDatabase;

/** Sharing single records: who may, with whom, until when. */
class SharesTest {
    private Talk talk;
    private ShareTable table;
    private Shares shares;
    private SharesResource resource;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
        table = new ShareTable(talk.tables, talk.clock);
        shares = new Shares(
                table,
                talk.office,
                Office.accounts(),
                Office.units(),
                Office.members(),
                talk.writer,
                talk.journal(),
                talk.database.transactions(),
                talk.office.access(),
                talk.clock);
        resource =
                new SharesResource(shares, table, talk.briefs, talk.office, Office.accounts(), Office.units(), talk.me);
        talk.office.be(Office.BO);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aSharedRecordIsSeenThroughTheLastDayAndTheOthersAreTold() {
        share("account", "carin", "2026-03-03");
        assertThat(talk.told(Office.CARIN))
                .extracting(View::text)
                .containsExactly("The record was shared with you until 2026-03-03");
        assertThat(resource.mine(null, 50).items())
                .extracting(mine -> mine.record().number())
                .containsExactly("INC-2026-000001");

        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.CARIN))).isTrue();
        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.ANNA))).isFalse();
        talk.clock.set("2026-03-03T22:59:59Z");
        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.CARIN))).isTrue();
        talk.clock.set("2026-03-03T23:00:00Z");
        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.CARIN))).isFalse();
        assertThat(resource.mine(null, 50).items()).isEmpty();
        talk.office.be(Office.BO);
        assertThat(list().get(0).ended()).isTrue();
        talk.clock.advance(Duration.ofDays(-1));
        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.CARIN)))
                .as("the clock was wrong for a while")
                .isTrue();
    }

    @Test
    void itIsWithdrawnAtOnceAndBothAreWrittenDown() {
        share("unit", "POLICE", "2026-04-01");
        share("unit", "POLICE", "2026-05-01");
        assertThat(list()).hasSize(1);
        resource.withdraw(Office.THEFT, Office.POLICE);

        assertThat(table.isSharedWith(Office.THEFT, Set.of(Office.POLICE))).isFalse();
        assertProblem(404, () -> resource.withdraw(Office.THEFT, Office.POLICE));
        assertThat(talk.actions()).containsExactly("record.shared", "record.shared", "record.share-withdrawn");
    }

    @Test
    void onlyWhoHandlesTheRecordSharesIt() {
        talk.office.be(Office.CARIN);
        assertProblem(403, () -> share("unit", "POLICE", "2026-04-01"));
        assertProblem(403, () -> resource.list(Office.THEFT));
        assertProblem(403, () -> resource.withdraw(Office.THEFT, Office.POLICE));
        talk.office.be(Office.DAN);
        assertProblem(404, () -> share("unit", "POLICE", "2026-04-01"));
    }

    @Test
    void withWhomAndUntilWhenIsChecked() {
        assertProblem(422, () -> share("unit", "SCHOOL", "2026-04-01"));
        assertProblem(422, () -> share("unit", "NOWHERE", "2026-04-01"));
        assertProblem(422, () -> share("account", "nobody", "2026-04-01"));
        assertProblem(422, () -> share("account", "carin", "2026-03-01"));
        assertProblem(422, () -> share("account", "carin", "2027-04-01"));
        assertProblem(422, () -> share("account", "carin", "soon"));
        assertProblem(
                422,
                () -> resource.share(
                        Map.of("record", Office.THEFT, "until", "2026-04-01", "account", "a", "unit", "b")));
        assertProblem(422, () -> share("account", "dan", "2026-04-01"));
        assertThat(table.of(List.of(Office.THEFT)))
                .as("what is refused is undone")
                .isEmpty();
        assertThat(talk.actions()).isEmpty();
    }

    @Test
    void aProcessSharesForAYearAndIsNotHinderedByAUnitThatIsGone() {
        shares.share(talk.office.record(Office.THEFT), new FollowUp.Share("NOWHERE"));
        shares.share(talk.office.record(Office.THEFT), new FollowUp.Share("SCHOOL"));
        shares.share(talk.office.record(Office.THEFT), new FollowUp.Share("POLICE"));

        assertThat(list()).extracting(view -> view.until().toString()).containsExactly("2027-03-03");
    }

    private List<SharesResource.View> list() {
        return Objects.requireNonNull(resource.list(Office.THEFT).get("items"));
    }

    private void share(String kind, String party, String until) {
        resource.share(Map.of("record", Office.THEFT, kind, party, "until", until));
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
