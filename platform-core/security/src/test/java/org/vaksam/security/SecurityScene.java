package org.vaksam.security;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;

/** Security that is new for each test, over one database for the class: Derby, unless the class says otherwise. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SecurityScene {
    protected SecurityFixture security;

    /** For the files of this test. */
    protected Path folder;

    private TestDatabase database;

    @BeforeAll
    protected final void openDatabase(@TempDir Path shared) {
        database = database(shared);
    }

    protected TestDatabase database(Path directory) {
        return TestDatabase.derby(directory);
    }

    @BeforeEach
    protected final void openSecurity(@TempDir Path fresh) throws IOException {
        folder = fresh;
        security = new SecurityFixture(database, fresh);
    }

    @AfterAll
    protected final void closeDatabase() {
        database.close();
    }
}
