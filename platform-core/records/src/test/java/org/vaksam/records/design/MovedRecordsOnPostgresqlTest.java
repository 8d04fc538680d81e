package org.vaksam.records.design;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class MovedRecordsOnPostgresqlTest extends MovedRecordsTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.postgresql();
    }
}
