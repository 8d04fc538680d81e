package org.vaksam.records.engine;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class RecordChangeOnPostgresqlTest extends RecordChangeTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.postgresql();
    }
}
