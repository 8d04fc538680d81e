package org.vaksam.casework.report;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class ReportLettersOnPostgresqlTest extends ReportLettersTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
