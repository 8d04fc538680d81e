package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.chain.ExportedFile;
import org.vaksam.journal.chain.Finding;
import org.vaksam.journal.chain.Finding.Kind;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.testkit.TestDatabase;

/** An exported journal is checked far from the platform. */
class JournalExportTest {
    private static final int ENTRIES = 8;
    /** Before the rows: the first line, the key and the head. */
    private static final int LINES_BEFORE = 3;

    private TestDatabase database;
    private JournalFixture parts;

    @BeforeEach
    void someEntries(@TempDir Path data) throws Exception {
        database = TestDatabase.derby(data);
        parts = new JournalFixture(database, data);
        for (int i = 1; i <= ENTRIES; i++) {
            parts.append("räddningen \"" + i + "\" 🚒");
        }
        parts.settle();
    }

    @AfterEach
    void stop() throws Exception {
        parts.close();
        database.close();
    }

    @Test
    void holdsAsItWasWritten() throws Exception {
        HeadKey key = parts.signer.heads().key();
        List<String> lines = lines();
        var result = check(lines, Optional.of(key));

        assertThat(result.verification().findings()).isEmpty();
        assertThat(result.verification().entries()).isEqualTo(ENTRIES);
        assertThat(result.verification().signedTo()).contains((long) ENTRIES);
        assertThat(check(lines, Optional.empty()).keys()).containsExactly(key);
        parts.settle();
        assertThat(parts.feed.after(ENTRIES, 1)).extracting(Sealed::action).containsExactly("journal.exported");
    }

    @Test
    void whateverIsDoneToALineIsLocated() throws Exception {
        List<String> lines = lines();
        for (int i = 1; i <= ENTRIES; i++) {
            int line = LINES_BEFORE + i - 1;
            found(lines, Kind.CHANGED, i, all -> all.set(line, all.get(line).replace("INC-1", "INC-2")));
            found(lines, Kind.CHANGED, i, all -> all.set(line, all.get(line).replaceFirst("Z\"", "1Z\"")));
        }
        found(lines, Kind.DELETED, 4, all -> {
            all.remove(LINES_BEFORE + 3);
            all.set(all.size() - 1, "{\"end\":{\"rows\":7}}");
        });
        found(lines, Kind.TRUNCATED, ENTRIES, all -> {
            all.remove(LINES_BEFORE + ENTRIES - 1);
            all.set(all.size() - 1, "{\"end\":{\"rows\":7}}");
        });
    }

    @Test
    void anotherKeyDoesNotProveAnything(@TempDir Path elsewhere) throws Exception {
        try (var otherDatabase = TestDatabase.derby(elsewhere);
                var other = new JournalFixture(otherDatabase, elsewhere)) {
            HeadKey key = other.signer.heads().key();
            assertThat(check(lines(), Optional.of(key)).verification().findings())
                    .extracting(Finding::kind)
                    .containsExactly(Kind.FOREIGN);
        }
    }

    @Test
    void halfAFileAndOtherFilesAreSaid() throws Exception {
        List<String> lines = lines();

        damaged(lines.subList(0, 6), "not complete");
        damaged(List.of(), "not complete");
        damaged(List.of("{}"), "Line 1");
        damaged(List.of("%PDF"), "Line 1");
        var cut = new ArrayList<>(lines.subList(0, 6));
        cut.add(lines.get(6).substring(0, 30));
        damaged(cut, "Line 7");
        var moved = new ArrayList<>(lines);
        moved.add(LINES_BEFORE + 2, moved.remove(LINES_BEFORE - 1));
        damaged(moved, "before the rows");
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, lines.size() - 1, lines.size() - 2);
        damaged(swapped, "Line " + (lines.size() - 1));
    }

    private List<String> lines() throws Exception {
        var out = new ByteArrayOutputStream();
        parts.export.write(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void found(List<String> lines, Kind kind, long position, Consumer<List<String>> change)
            throws Exception {
        var changed = new ArrayList<>(lines);
        change.accept(changed);
        assertThat(changed).isNotEqualTo(lines);
        assertThat(check(changed, Optional.empty()).verification().findings())
                .containsExactly(Finding.at(kind, position, position));
    }

    private static void damaged(List<String> lines, String words) {
        assertThatThrownBy(() -> check(lines, Optional.empty()))
                .isInstanceOf(ExportedFile.Damaged.class)
                .hasMessageContaining(words);
    }

    private static ExportedFile.Result check(List<String> lines, Optional<HeadKey> key) throws Exception {
        return new ExportedFile().check(new BufferedReader(new StringReader(String.join("\n", lines))), key);
    }
}
