package org.vaksam.records.rest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One area for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SharedAreaScene extends AreaScene {
    @BeforeAll
    void start(@TempDir Path folder) {
        open(folder);
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @BeforeEach
    void beginAsSomebodyWhoMayDoEverything() {
        everythingIsPermitted();
    }
}
