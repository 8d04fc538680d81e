package org.vaksam.casework.talk;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class CommentsOnPostgresqlTest extends CommentsTest {
    @Override
    TestDatabase database(Path folder) {
        return TestDatabase.postgresql();
    }
}
