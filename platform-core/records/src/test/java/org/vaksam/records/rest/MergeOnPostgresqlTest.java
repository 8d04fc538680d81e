package org.vaksam.records.rest;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class MergeOnPostgresqlTest extends MergeTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
