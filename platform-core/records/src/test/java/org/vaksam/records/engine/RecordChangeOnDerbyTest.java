package org.vaksam.records.engine;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class RecordChangeOnDerbyTest extends RecordChangeTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
