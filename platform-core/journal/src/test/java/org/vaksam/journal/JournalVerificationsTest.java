package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.JournalVerifications.Run;
import org.vaksam.journal.JournalVerifications.State;
import org.vaksam.testkit.TestDatabase;

class JournalVerificationsTest {
    @Test
    void oneAtATimeAndItsResultStays(@TempDir Path data) throws Exception {
        try (var database = TestDatabase.derby(data);
                var parts = new JournalFixture(database, data)) {
            parts.append("r1");
            parts.settle();
            var verifications = new JournalVerifications(parts.verifier, parts.tables);
            assertThat(verifications.newest()).isEmpty();

            assertThat(verifications.start().of()).isEqualTo(1);
            Run done = ended(verifications);

            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.result().orElseThrow().holds()).isTrue();
            verifications.stop();
        }
    }

    private static Run ended(JournalVerifications verifications) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (verifications.newest().orElseThrow().state() == State.RUNNING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return verifications.newest().orElseThrow();
    }
}
