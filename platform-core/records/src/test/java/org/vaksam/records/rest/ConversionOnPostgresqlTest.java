package org.vaksam.records.rest;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class ConversionOnPostgresqlTest extends ConversionTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
