package org.vaksam.insight.dashboard;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class DashboardsOnPostgresqlTest extends DashboardsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
