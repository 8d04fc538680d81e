package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.ChainVerifier.Break;
import org.vaksam.journal.ChainVerifier.Reason;
import org.vaksam.testkit.TestDatabase;

class ChainVerifierTest {
    private TestDatabase database;
    private JournalFixture parts;

    @BeforeEach
    void tenEntries(@TempDir Path directory) throws Exception {
        database = TestDatabase.derby(directory);
        parts = new JournalFixture(database);
        for (int i = 1; i <= 10; i++) {
            parts.append("r" + i);
        }
        parts.settle();
        parts.close();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(parts.verifier.verify().firstBreak()).isEmpty();
        assertThat(parts.verifier.verify().entries()).isEqualTo(10);
    }

    @Test
    void oneChangedCharacterShows() {
        change("UPDATE journal SET subject = 'r5x' WHERE subject = 'r5'");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(5, Reason.CHANGED));
    }

    @Test
    void aCharacterThatMovedToTheNextFieldShows() {
        change("UPDATE journal SET action = 'record.create', subject_type = 'dincidents.report' WHERE subject = 'r5'");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(5, Reason.CHANGED));
    }

    @Test
    void aChangedTimeShows() {
        change("UPDATE journal SET made_at = {fn TIMESTAMPADD(SQL_TSI_SECOND, 1, made_at)} WHERE subject = 'r10'");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(10, Reason.CHANGED));
    }

    @Test
    void aDeletedEntryShows() {
        change("DELETE FROM journal WHERE subject = 'r10'");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(10, Reason.ENTRY_MISSING));
        assertThat(parts.verifier.verify().entries()).isEqualTo(9);
    }

    @Test
    void anEntryDeletedWithItsSealShows() {
        change("DELETE FROM journal WHERE subject = 'r3'");
        change("DELETE FROM journal_seal WHERE position = 3");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(3, Reason.SEAL_MISSING));
    }

    @Test
    void aClosedGapShows() {
        change("DELETE FROM journal_seal WHERE position = 3");
        change("UPDATE journal_seal SET position = position - 1 WHERE position > 3");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(3, Reason.CHANGED));
    }

    @Test
    void twoEntriesThatChangedPlacesShow() {
        change("UPDATE journal_seal SET position = 99 WHERE position = 4");
        change("UPDATE journal_seal SET position = 4 WHERE position = 5");
        change("UPDATE journal_seal SET position = 5 WHERE position = 99");

        assertThat(parts.verifier.verify().firstBreak()).contains(new Break(4, Reason.CHANGED));
    }

    private void change(String statement) {
        int rows = database.database().write(sql -> sql.update(statement));
        assertThat(rows).isPositive();
    }
}
