package org.vaksam.insight;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.testkit.Waiting;

/** An index of three records, in a folder that the test may damage. */
abstract class IndexScene {
    Path folder = Path.of("");
    World world;

    @BeforeEach
    void fill(@TempDir Path directory) {
        folder = directory;
        world = new World(directory);
        world.put(
                Row.number(1).title("Ett"),
                Row.number(2).title("Två"),
                Row.number(3).title("Tre"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    void awaitBuilt() {
        Waiting.until(() -> !world.index().status().building(), "the index");
    }
}
