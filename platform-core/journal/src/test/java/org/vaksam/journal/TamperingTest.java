package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.Finding;
import org.vaksam.journal.chain.Finding.Kind;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.Link;
import org.vaksam.testkit.TestDatabase;

/** Somebody writes in the tables of the journal: the verifier says where. */
class TamperingTest {
    private TestDatabase database;
    private JournalFixture parts;
    private Path data;

    @BeforeEach
    void tenEntriesAndTheirHead(@TempDir Path directory) throws Exception {
        data = directory;
        database = TestDatabase.derby(data);
        parts = new JournalFixture(database, data);
        append(1, 6);
        parts.close();
        parts = new JournalFixture(database, data);
        append(7, 10);
        parts.close();
    }

    @AfterEach
    void stop() throws Exception {
        parts.close();
        database.close();
    }

    @Test
    void anUntouchedJournalHolds() {
        assertThat(parts.verify().findings()).isEmpty();
        assertThat(parts.verify().entries()).isEqualTo(10);
        assertThat(parts.verify().signedTo()).contains(10L);
    }

    @Test
    void oneChangedCharacter() {
        change("UPDATE journal SET subject = 'r5x' WHERE subject = 'r5'");

        found(Kind.CHANGED, 5, 5);
    }

    @Test
    void aDeletedEntryWithAndWithoutItsSeal() {
        change("DELETE FROM journal WHERE subject = 'r3'");
        found(Kind.DELETED, 3, 3);
        change("DELETE FROM journal_seal WHERE position = 3");
        found(Kind.DELETED, 3, 3);
        change("UPDATE journal_seal SET position = position - 1 WHERE position > 3");
        found(Kind.DELETED, 3, 3);
    }

    @Test
    void aGapBeforeAPositionFarAway() {
        change("UPDATE journal_seal SET position = 9000000000 WHERE position = 10");

        found(Kind.REORDERED, 9_000_000_000L, 10);
    }

    @Test
    void theTailAndAllHeadsOfTheDatabase() {
        change("DELETE FROM journal WHERE subject IN ('r8', 'r9', 'r10')");
        change("DELETE FROM journal_seal WHERE position > 7");
        change("DELETE FROM journal_head");

        found(Kind.TRUNCATED, 8, 10);
    }

    @Test
    void goingOnDoesNotMakeItForgotten() throws Exception {
        change("DELETE FROM journal_seal WHERE position > 7");
        change("DELETE FROM journal WHERE subject IN ('r8', 'r9', 'r10')");
        change("DELETE FROM journal_head");
        parts = new JournalFixture(database, data);
        append(11, 15);
        parts.close();

        found(Kind.REWRITTEN, 1, 10);
    }

    @Test
    void theWholeChainRewritten() {
        change("UPDATE journal SET actor_name = 'nobody' WHERE subject = 'r2'");
        List<EntryRow> entries = parts.tables.after(0, 10).stream()
                .map(row -> row.entry().orElseThrow())
                .toList();
        change("DELETE FROM journal_seal");
        assertThat(parts.tables.seal(Link.START, entries).position()).isEqualTo(10);

        found(Kind.REWRITTEN, 1, 10);
    }

    @Test
    void theKeyIsReadByThePlatformAloneAndStays() throws Exception {
        Path key = data.resolve("journal/head.key");
        String text = Files.readString(key);
        HeadKey open = parts.signer.heads().key();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(HeadKey.read(Files.readString(data.resolve("journal/" + open.id() + ".pub"))))
                .isEqualTo(open);
        try (var restarted = new JournalFixture(database, data)) {
            assertThat(restarted.signer.heads().key()).isEqualTo(open);
        }
        assertThat(Files.readString(key)).isEqualTo(text);
    }

    @Test
    void anUnreadableKeyStopsNobodyAndIsSaid() throws Exception {
        Files.writeString(data.resolve("journal/head.key"), "rubbish");
        try (var restarted = new JournalFixture(database, data)) {
            restarted.append("r11");
            restarted.settle();
            restarted.signer.sign();
            assertThat(restarted.signer.failing()).isTrue();
        }
        assertThat(parts.verify().findings()).isEmpty();
    }

    @Test
    void onlyTheLastHeadOfAThousandPositionsStays() {
        assertThat(parts.signer.heads().all()).hasSize(1);
    }

    private void append(int first, int last) throws Exception {
        for (int i = first; i <= last; i++) {
            parts.append("r" + i);
        }
        parts.settle();
        parts.signer.sign();
    }

    private void found(Kind kind, long position, long to) {
        assertThat(parts.verify().findings()).containsExactly(Finding.at(kind, position, to));
    }

    private void change(String statement) {
        int rows = database.database().write(sql -> sql.update(statement));
        assertThat(rows).isPositive();
    }
}
