package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.rest.IndexFollower;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.journal.JournalFollower.Failure;

/** An index that cannot follow says so, stays where it was, and misses nothing when it goes on. */
@Timeout(60)
final class FollowingTest {
    @Test
    void aFailureIsShownAndNothingIsSkipped(@TempDir Path folder) {
        try (var world = new World(folder)) {
            world.put(Row.number(1));
            await(() -> world.total() == 1);
            var follower = new IndexFollower(world.index());
            assertThat(follower.state().failure()).isEmpty();

            world.records.broken = true;
            world.put(Row.number(2), Row.number(3));
            await(() -> follower.state().failure().isPresent());
            Failure failure = follower.state().failure().orElseThrow();
            assertThat(failure.reason()).contains("no database");
            assertThat(follower.state().position()).isEqualTo(1);
            assertThat(world.total()).isEqualTo(1);

            world.records.broken = false;
            follower.resume();
            await(() -> follower.state().failure().isEmpty() && follower.state().position() == 3);
            await(() -> world.total() == 3);
            assertThat(world.list()).containsExactlyInAnyOrder(Row.id(1), Row.id(2), Row.id(3));
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
