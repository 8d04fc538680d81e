package org.vaksam.security.organisation;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class UnitTimeOnPostgresqlTest extends UnitTimeTest {
    @Override
    protected TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
