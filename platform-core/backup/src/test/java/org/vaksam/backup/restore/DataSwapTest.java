package org.vaksam.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.backup.Town;

/** Wherever an exchange is interrupted, the old content is there, or the new one is after finishing. */
@SuppressWarnings("NullAway.Init")
class DataSwapTest {
    @TempDir
    Path data;

    @Test
    void beforeTheDecisionTheOldContentStays() throws IOException {
        write("db/old");
        write("restoring/db/half");

        DataSwap.finish(data);

        assertThat(data.resolve("db/old")).exists();
        assertThat(new DataSwap(data, "now").prepare(true)).isEmptyDirectory();
    }

    @Test
    void afterItTheRestIsDoneFromAnyPoint() throws IOException {
        for (int done = 0; done < 5; done++) {
            Trees.delete(data.resolve("db"));
            Trees.delete(data.resolve("keys"));
            Trees.delete(data.resolve("index"));
            Trees.delete(data.resolve("replaced-now"));
            write("db/old");
            write("index/old");
            write("restored/db/new");
            write("restored/keys/new");
            Files.write(data.resolve("restored/.old"), List.of("replaced-now", "db", "index"));
            Files.createDirectories(data.resolve("replaced-now"));
            interruptAfter(done);

            DataSwap.finish(data);
            DataSwap.finish(data);

            assertThat(Town.files(data))
                    .as("interrupted after %s moves", done)
                    .containsExactly("db/new", "keys/new", "replaced-now/db/old", "replaced-now/index/old");
            assertThat(data.resolve("restored")).doesNotExist();
        }
    }

    private void interruptAfter(int moves) throws IOException {
        var all = List.of("db>replaced-now/db", "index>replaced-now/index", "restored/db>db", "restored/keys>keys");
        for (String move : all.subList(0, moves)) {
            String[] ends = move.split(">", -1);
            Files.move(data.resolve(ends[0]), data.resolve(ends[1]));
        }
    }

    private void write(String path) throws IOException {
        Files.createDirectories(data.resolve(path).getParent());
        Files.writeString(data.resolve(path), path);
    }
}
