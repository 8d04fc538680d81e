package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.rest.IndexFollower;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.journal.JournalFollower.Failure;
import org.vaksam.testkit.Waiting;

/** An index that cannot follow says so, stays where it was, and misses nothing when it goes on. */
@Timeout(60)
final class FollowingTest {
    @Test
    void aFailureIsShownAndNothingIsSkipped(@TempDir Path folder) {
        try (var world = new World(folder)) {
            world.put(Row.number(1));
            Waiting.until(() -> world.total() == 1, "the follower");
            var follower = new IndexFollower(world.index());
            assertThat(follower.state().failure()).isEmpty();

            world.records.broken = true;
            world.put(Row.number(2), Row.number(3));
            Waiting.until(() -> follower.state().failure().isPresent(), "the follower");
            Failure failure = follower.state().failure().orElseThrow();
            assertThat(failure.reason()).contains("no database");
            assertThat(follower.state().position()).isEqualTo(1);
            assertThat(world.total()).isEqualTo(1);

            world.records.broken = false;
            follower.resume();
            Waiting.until(
                    () -> follower.state().failure().isEmpty()
                            && follower.state().position() == 3,
                    "the follower");
            Waiting.until(() -> world.total() == 3, "the follower");
            assertThat(world.list()).containsExactlyInAnyOrder(Row.id(1), Row.id(2), Row.id(3));
        }
    }
}
