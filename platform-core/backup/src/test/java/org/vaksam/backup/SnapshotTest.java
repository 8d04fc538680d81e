package org.vaksam.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;

/** A picture shows one moment, and who writes does not wait until it has been looked at. */
@SuppressWarnings("NullAway.Init")
class SnapshotTest {
    @TempDir
    Path directory;

    @Test
    void onDerby() throws IOException {
        isOneMoment(Map.of());
    }

    @Test
    void onPostgresql() throws IOException {
        isOneMoment(TestDatabase.newPostgresql());
    }

    private void isOneMoment(Map<String, String> configuration) throws IOException {
        try (var town = new Town(directory.resolve("data"), configuration).fill()) {
            Path scratch = Files.createDirectory(directory.resolve("scratch"));
            long seen = town.database.snapshots().take(scratch, snapshot -> {
                snapshot.read("vaksam.place", row -> {});
                CompletableFuture.runAsync(town::visit)
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
                return snapshot.read("vaksam.visit", row -> {});
            });
            assertThat(seen).isEqualTo(3);
            assertThat(town.rows("visit")).hasSize(4);
        }
    }
}
