package org.vaksam.security.person;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class PersonsOnPostgresqlTest extends PersonsTest {
    @Override
    protected TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
