package org.vaksam.insight.picture;

import org.vaksam.testkit.TestDatabase;

class FrozenChartsOnPostgresqlTest extends FrozenChartsTest {
    FrozenChartsOnPostgresqlTest() {
        super(TestDatabase.postgresql());
    }
}
