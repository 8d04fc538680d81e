package org.vaksam.journal;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class JournalOnDerbyTest extends JournalTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
