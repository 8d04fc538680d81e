package org.vaksam.security.organisation;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class UnitsOnPostgresqlTest extends UnitsTest {
    @Override
    protected TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
