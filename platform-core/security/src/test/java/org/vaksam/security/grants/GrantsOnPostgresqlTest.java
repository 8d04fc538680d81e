package org.vaksam.security.grants;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class GrantsOnPostgresqlTest extends GrantsTest {
    @Override
    protected TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
