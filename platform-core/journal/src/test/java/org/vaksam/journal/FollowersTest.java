package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.journal.rest.FollowersResource;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.testkit.TestDatabase;

/** A follower that fails is seen, and goes on when it is told to. */
class FollowersTest {
    @Test
    void aFailureIsAWarningUntilTheFollowerGoesOn(@TempDir Path data) throws Exception {
        try (var database = TestDatabase.derby(data);
                var parts = new JournalFixture(database, data)) {
            parts.append("r1");
            parts.settle();
            var followers = new Followers(parts.signer, new JournalVerifications(parts.verifier, parts.tables));
            var resource = new FollowersResource(followers, parts.feed, parts.journal);
            var stuck = new Stuck();
            assertThat(followers.check().status()).isEqualTo(Status.OK);

            followers.add(stuck);
            assertThat(followers.check().status()).isEqualTo(Status.WARN);
            assertThat(followers.check().message().sv()).startsWith("Indexet");
            assertThat(resource.list().items()).singleElement().satisfies(view -> {
                assertThat(view.behind()).isEqualTo(1);
                assertThat(view.failure().orElseThrow().reason()).isEqualTo("no disk");
            });

            assertThat(resource.resume("index").failure()).isEmpty();
            assertThat(followers.check().status()).isEqualTo(Status.OK);
            parts.settle();
            assertThat(parts.feed.after(1, 5)).extracting(Sealed::action).containsExactly("follower.resumed");
            assertThatThrownBy(() -> resource.resume("other"))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(404));

            followers.remove(stuck);
            assertThat(followers.all()).isEmpty();
        }
    }

    /** Stands still until it is resumed. */
    private static final class Stuck implements JournalFollower {
        private State state = new State(0, Optional.of(new Failure(Instant.EPOCH, "no disk")));

        @Override
        public String name() {
            return "index";
        }

        @Override
        public Text title() {
            return new Text("Indexet", "The index");
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public void resume() {
            state = new State(1, Optional.empty());
        }
    }
}
