package org.vaksam.casework.action;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class ActionTimeOnPostgresqlTest extends ActionTimeTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
