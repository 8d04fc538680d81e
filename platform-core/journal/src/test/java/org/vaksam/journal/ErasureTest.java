package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.journal.chain.ExportedFile;
import org.vaksam.journal.chain.Finding;
import org.vaksam.journal.chain.Finding.Kind;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.testkit.TestDatabase;

/** What entries say can be erased: the chain holds, and nobody can erase without the journal saying so. */
class ErasureTest {
    private static final String TYPE = "incidents.report";

    private TestDatabase database;
    private JournalFixture parts;
    private ErasingJournal erasing;

    @BeforeEach
    void fourEntriesAboutTwoRecords(@TempDir Path directory) throws Exception {
        database = TestDatabase.derby(directory);
        parts = new JournalFixture(database, directory);
        erasing = new ErasingJournal(parts.tables, parts.journal, database.transactions());
        for (String subject : new String[] {"r1", "r2", "r1", "r2"}) {
            parts.journal.append(new Entry("record.changed", TYPE, subject, Map.of("name", "Åsa Öberg")));
        }
        parts.settle();
        parts.signer.sign();
    }

    @AfterEach
    void stop() throws Exception {
        parts.close();
        database.close();
    }

    @Test
    void theFactStaysAndTheChainHolds() throws Exception {
        assertThat(erasing.erase(TYPE, "r1")).isEqualTo(2);
        parts.settle();

        assertThat(parts.verify().findings()).isEmpty();
        assertThat(parts.verify().signedTo()).isPresent();
        assertThat(parts.feed.after(0, 10))
                .extracting(
                        Sealed::action, Sealed::subject, entry -> entry.data().get("name"))
                .containsExactly(
                        tuple("record.changed", "r1", null),
                        tuple("record.changed", "r2", "Åsa Öberg"),
                        tuple("record.changed", "r1", null),
                        tuple("record.changed", "r2", "Åsa Öberg"),
                        tuple("journal.erased", "r1", null));
        assertThat(count("data LIKE '%Åsa%'")).isEqualTo(2);
        assertThat(count("salt IS NULL")).isEqualTo(2);
    }

    @Test
    void onlyWhatNamesSomebodyIsErased() throws Exception {
        parts.journal.append(new Entry("record.changed", TYPE, "r1", Map.of("name", "Bo Ek")));

        assertThat(erasing.erase(TYPE, "r1", text -> text.contains("Bo Ek"))).isEqualTo(1);
        parts.settle();

        assertThat(parts.verify().findings()).isEmpty();
        assertThat(count("data LIKE '%Bo Ek%'")).isZero();
        assertThat(count("data LIKE '%Åsa%'")).isEqualTo(4);
    }

    @Test
    void whatIsNotSealedYetIsErasedToo() throws Exception {
        database.transactions().required(() -> {
            parts.journal.append(new Entry("record.changed", TYPE, "r1", Map.of("name", "Bo Ek")));
            return erasing.erase(TYPE, "r1");
        });
        parts.settle();

        assertThat(parts.verify().findings()).isEmpty();
        assertThat(count("data LIKE '%Bo Ek%'")).isZero();
    }

    @Test
    void erasedTwiceIsErasedOnce() throws Exception {
        erasing.erase(TYPE, "r1");
        assertThat(erasing.erase(TYPE, "r1")).isZero();
        parts.settle();

        assertThat(parts.verify().findings()).isEmpty();
    }

    @Test
    void whatAnUndoneTransactionErasedIsThere() throws Exception {
        try {
            database.transactions().required(() -> {
                erasing.erase(TYPE, "r1");
                throw new IllegalStateException("undo");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undo");
        }
        parts.settle();

        assertThat(count("data LIKE '%Åsa%'")).isEqualTo(4);
    }

    @Test
    void contentThatWasTakenAwayInTheTablesIsFound() throws Exception {
        erasing.erase(TYPE, "r1");
        parts.settle();
        takeAway("r2");

        assertThat(parts.verify().findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.ERASED, 2L), tuple(Kind.ERASED, 4L));
    }

    @Test
    void contentThatCameAfterTheErasureIsNotCovered() throws Exception {
        erasing.erase(TYPE, "r1");
        parts.append("r1");
        parts.settle();
        takeAway("r1");

        assertThat(parts.verify().findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.ERASED, 6L));
    }

    @Test
    void textInThePlaceOfWhatWasErasedIsFound() throws Exception {
        erasing.erase(TYPE, "r1");
        parts.settle();
        change("UPDATE journal SET digest = '" + "0".repeat(64) + "' WHERE digest IS NOT NULL");

        assertThat(parts.verify().findings()).extracting(Finding::kind).contains(Kind.CHANGED);
    }

    @Test
    void anExportedFileIsCheckedTheSameWay() throws Exception {
        erasing.erase(TYPE, "r1");
        parts.settle();
        assertThat(exported().verification().findings()).isEmpty();
        takeAway("r2");

        assertThat(exported().verification().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.ERASED, Kind.ERASED);
    }

    private ExportedFile.Result exported() throws Exception {
        var out = new ByteArrayOutputStream();
        parts.export.write(out);
        parts.settle();
        String text = out.toString(StandardCharsets.UTF_8);
        return new ExportedFile().check(new BufferedReader(new StringReader(text)), Optional.empty());
    }

    /** As the platform does it, but nobody says so. */
    private void takeAway(String subject) {
        int taken = parts.tables.erase(TYPE, subject, any -> true);
        assertThat(taken).isPositive();
    }

    private long count(String which) {
        return database.database().read(sql -> sql.number("SELECT count(*) FROM journal WHERE " + which));
    }

    private void change(String statement) {
        database.database().write(sql -> sql.update(statement));
    }
}
