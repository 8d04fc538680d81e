package org.vaksam.casework.deadline;

import java.nio.file.Path;
import java.util.Map;
import org.vaksam.testkit.TestDatabase;

class DeadlinesOnPostgresqlTest extends DeadlinesTest {
    /** The same before and after a restart. */
    private final Map<String, String> server = TestDatabase.newPostgresql();

    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.of(folder, server);
    }
}
