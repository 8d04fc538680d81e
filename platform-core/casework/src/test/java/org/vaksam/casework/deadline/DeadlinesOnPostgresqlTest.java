package org.vaksam.casework.deadline;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class DeadlinesOnPostgresqlTest extends DeadlinesTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
