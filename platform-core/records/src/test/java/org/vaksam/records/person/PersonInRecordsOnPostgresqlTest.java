package org.vaksam.records.person;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class PersonInRecordsOnPostgresqlTest extends PersonInRecordsTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.postgresql();
    }
}
