package org.vaksam.casework.document;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;

class DocumentsOnDerbyTest extends DocumentsTest {
    DocumentsOnDerbyTest(@TempDir Path folder) {
        super(TestDatabase.derby(folder), folder);
    }
}
