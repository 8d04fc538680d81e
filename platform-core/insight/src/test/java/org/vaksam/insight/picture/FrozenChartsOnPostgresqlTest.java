package org.vaksam.insight.picture;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class FrozenChartsOnPostgresqlTest extends FrozenChartsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
