package org.vaksam.records.design;

import java.nio.file.Path;
import org.vaksam.testkit.TestDatabase;

class OwnDefinitionsOnDerbyTest extends OwnDefinitionsTest {
    @Override
    TestDatabase open(Path directory) {
        return TestDatabase.derby(directory);
    }
}
