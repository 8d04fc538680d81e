package org.vaksam.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;

class TestDatabaseTest {

    @Test
    void derbyKeepsWhatWasStored(@TempDir Path directory) {
        try (var first = TestDatabase.derby(directory).migrate("notes", TestDatabaseTest.class)) {
            store(first);
        }
        try (var second = TestDatabase.derby(directory).migrate("notes", TestDatabaseTest.class)) {
            assertThat(count(second)).isEqualTo(1);
        }
    }

    @Test
    void postgresqlIsNewEachTime() {
        for (int i = 0; i < 2; i++) {
            try (var database = TestDatabase.postgresql().migrate("notes", TestDatabaseTest.class)) {
                store(database);
                assertThat(count(database)).isEqualTo(1);
            }
        }
    }

    private static void store(TestDatabase database) {
        database.database()
                .write(sql -> sql.update(
                        "INSERT INTO note (id, words, made_at, seen) VALUES (?, ?, ?, ?)",
                        Ids.next(),
                        null,
                        Instant.now(),
                        true));
    }

    private static long count(TestDatabase database) {
        return database.database().read(sql -> sql.number("SELECT count(*) FROM note"));
    }
}
