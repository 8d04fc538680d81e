package org.vaksam.casework.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.notice.NoticesResource.View;
import org.vaksam.casework.subscription.NewsOfRecords;
import org.vaksam.casework.subscription.SubscriptionFollower;
import org.vaksam.casework.subscription.SubscriptionsResource;
import org.vaksam.casework.subscription.Views;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.Waiting;

/** Who follows a record or a view hears of what is new there, once, and only of what they may see. */
class SubscriptionsTest {
    private static final String NEW = "00000000-0000-7000-8000-000000000103";

    private final FakeFeed feed = new FakeFeed();
    private Talk talk;
    private SubscriptionsResource subscriptions;
    private NewsOfRecords newsOfRecords;
    private SubscriptionFollower follower;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        talk = new Talk(database(folder));
        var views = new Views(talk.tables, talk.clock);
        subscriptions = new SubscriptionsResource(talk.follows, views, talk.office, talk.briefs, talk.office, talk.me);
        newsOfRecords = new NewsOfRecords(
                talk.tables, talk.follows, views, talk.writer, talk.office, talk.office, talk.office, Office.units());
        feed.append("record.created", Office.THEFT, Office.ANNA);
        follower = follower();
        Waiting.until(() -> follower.state().position() == 1, "the news");
    }

    @AfterEach
    void close() throws Exception {
        follower.close();
        talk.close();
    }

    @Test
    void whoFollowsARecordHearsOfItsNextStateButNotOfTheirOwnDoing() {
        talk.office.be(Office.CARIN);
        subscriptions.follow("INC-2026-000001");
        talk.office.beNobody();
        state("closed");
        moved(Office.ANNA);
        moved(Office.CARIN);

        assertThat(talk.told(Office.CARIN))
                .extracting(View::text)
                .containsExactly("The record is now in the state Closed");
    }

    @Test
    void whoIsAssignedFollowsByThemselvesUntilTheyStop() {
        moved(Office.ANNA);
        assertThat(talk.told(Office.BO)).hasSize(1);
        assertThat(subscriptions.records(null, 50).items()).hasSize(1);
        subscriptions.unfollow(Office.THEFT);
        assertThat(subscriptions.isFollowing(Office.THEFT).following()).isFalse();
        talk.office.beNobody();
        moved(Office.ANNA);

        assertThat(talk.told(Office.BO)).hasSize(1);
    }

    @Test
    void whoFollowsAViewHearsOfNewRecordsInItThatTheyMaySee() {
        Map<String, Object> serious =
                view("Allvarligt i skolan", Map.of("severity", List.of("2.."), "unit", List.of("SCHOOL")));
        for (String account : List.of(Office.CARIN, Office.DAN)) {
            talk.office.be(account);
            subscriptions.followView(serious);
            subscriptions.followView(view("Annat", Map.of("kind", List.of("fire"))));
        }
        talk.office.beNobody();
        created("console");

        assertThat(talk.told(Office.CARIN))
                .extracting(View::text)
                .containsExactly("New record in what you follow: Allvarligt i skolan");
        assertThat(talk.told(Office.DAN)).isEmpty();
    }

    @Test
    void importedRecordsAreNotToldByTheThousand() {
        talk.office.be(Office.CARIN);
        subscriptions.followView(view("Allt", Map.of()));
        talk.office.beNobody();
        created("import");

        assertThat(talk.told(Office.CARIN)).isEmpty();
    }

    @Test
    void nothingIsToldTwiceOrSkippedAcrossARestartAndAFailure() throws Exception {
        talk.office.be(Office.CARIN);
        subscriptions.follow(Office.THEFT);
        talk.office.beNobody();
        follower.close();
        feed.append("record.transitioned", Office.THEFT, Office.ANNA);
        feed.broken = true;
        follower = follower();
        Waiting.until(() -> follower.state().failure().isPresent(), "the news");
        feed.broken = false;
        follower.resume();
        Waiting.until(() -> follower.state().position() == 2, "the news");
        follower.close();
        follower = follower();
        Waiting.until(() -> follower.state().position() == 2, "the news");

        assertThat(talk.told(Office.CARIN)).hasSize(1);
    }

    @Test
    void whatBelongsToADeletedRecordGoesWithIt() {
        talk.office.be(Office.CARIN);
        subscriptions.follow(Office.THEFT);
        talk.office.beNobody();
        talk.office.records.remove(Office.THEFT);
        feed.append("record.deleted", Office.THEFT, Office.ANNA);
        Waiting.until(() -> follower.state().position() == 2, "the news");

        assertThat(talk.follows.of(Office.THEFT)).isEmpty();
    }

    @Test
    void aViewIsFollowedOnceAndWhatCannotBeFollowedIsSaid() {
        talk.office.be(Office.CARIN);
        subscriptions.followView(view("Ett namn", Map.of("kind", List.of("theft"))));
        subscriptions.followView(view("Ett annat", Map.of("kind", List.of("theft"))));
        var views = Objects.requireNonNull(subscriptions.views().get("items"));
        assertThat(views).extracting(SubscriptionsResource.ViewView::name).containsExactly("Ett annat");

        assertThatThrownBy(() -> subscriptions.followView(view("x", Map.of("month", List.of("2026-03")))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().get(0).field()).isEqualTo("filters.month"));
        assertThatThrownBy(() -> subscriptions.followView(view("x", Map.of("severity", List.of("9")))))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> subscriptions.followView(Map.of("name", "x", "type", "fire.round")))
                .isInstanceOf(Problem.class);
        talk.office.be(Office.BO);
        assertThatThrownBy(() -> subscriptions.unfollowView(views.get(0).id())).isInstanceOf(Problem.class);
        talk.office.be(Office.CARIN);
        subscriptions.unfollowView(views.get(0).id());
        assertThat(subscriptions.views().get("items")).isEmpty();
    }

    @Test
    void onlyWhoSeesARecordCanFollowIt() {
        talk.office.be(Office.DAN);

        assertThatThrownBy(() -> subscriptions.follow(Office.THEFT)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> subscriptions.isFollowing(Office.THEFT)).isInstanceOf(Problem.class);
    }

    private SubscriptionFollower follower() {
        return new SubscriptionFollower(talk.tables, feed, newsOfRecords, talk.clock);
    }

    private void state(String state) {
        talk.office.put(Office.row(
                Office.THEFT, "INC-2026-000001", "Stulen cykel", "open", state, "console", Optional.of(Office.BO)));
    }

    private void created(String channel) {
        talk.office.put(Office.row(NEW, "INC-2026-000003", "Ny", "open", "received", channel, Optional.empty()));
        feed.append("record.created", NEW, Office.ANNA);
        long all = feed.head();
        Waiting.until(() -> follower.state().position() == all, "the news");
    }

    private void moved(String by) {
        feed.append("record.transitioned", Office.THEFT, by);
        long all = feed.head();
        Waiting.until(() -> follower.state().position() == all, "the news");
    }

    private static Map<String, Object> view(String name, Map<String, Object> filters) {
        return Map.of("name", name, "type", "incidents.report", "filters", filters);
    }
}
