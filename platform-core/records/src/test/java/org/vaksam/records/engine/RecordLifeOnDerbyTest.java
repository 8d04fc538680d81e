package org.vaksam.records.engine;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class RecordLifeOnDerbyTest extends RecordLifeTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
