package org.vaksam.records.person;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class PersonInRecordsOnDerbyTest extends PersonInRecordsTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
