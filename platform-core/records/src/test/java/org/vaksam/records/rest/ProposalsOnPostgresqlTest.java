package org.vaksam.records.rest;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class ProposalsOnPostgresqlTest extends ProposalsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
