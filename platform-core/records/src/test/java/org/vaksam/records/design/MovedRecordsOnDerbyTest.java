package org.vaksam.records.design;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class MovedRecordsOnDerbyTest extends MovedRecordsTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
