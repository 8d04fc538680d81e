package org.vaksam.casework.document;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;

class StagedOnDerbyTest extends StagedTest {
    StagedOnDerbyTest(@TempDir Path folder) {
        super(TestDatabase.derby(folder), folder);
    }
}
