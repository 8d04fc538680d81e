package org.vaksam.records.retention;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class RetentionOnPostgresqlTest extends RetentionTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.postgresql();
    }
}
