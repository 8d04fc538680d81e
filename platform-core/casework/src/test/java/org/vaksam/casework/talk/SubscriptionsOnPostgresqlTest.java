package org.vaksam.casework.talk;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class SubscriptionsOnPostgresqlTest extends SubscriptionsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
