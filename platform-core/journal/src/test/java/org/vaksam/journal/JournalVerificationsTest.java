package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.JournalVerifications.Run;
import org.vaksam.journal.JournalVerifications.State;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.Waiting;

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
        Waiting.until(() -> verifications.newest().orElseThrow().state() != State.RUNNING, "the end of the run");
        return verifications.newest().orElseThrow();
    }
}
