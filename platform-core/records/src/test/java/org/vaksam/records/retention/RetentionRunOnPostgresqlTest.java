package org.vaksam.records.retention;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class RetentionRunOnPostgresqlTest extends RetentionRunTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.postgresql();
    }
}
