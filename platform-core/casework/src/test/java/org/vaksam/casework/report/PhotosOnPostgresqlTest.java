package org.vaksam.casework.report;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class PhotosOnPostgresqlTest extends PhotosTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
