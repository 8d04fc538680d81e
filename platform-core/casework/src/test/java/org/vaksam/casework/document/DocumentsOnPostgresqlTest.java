package org.vaksam.casework.document;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;

class DocumentsOnPostgresqlTest extends DocumentsTest {
    DocumentsOnPostgresqlTest(@TempDir Path folder) {
        super(TestDatabase.postgresql(), folder);
    }
}
