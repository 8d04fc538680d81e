package org.vaksam.casework.action;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class ActionsOnPostgresqlTest extends ActionsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
