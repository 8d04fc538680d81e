package org.vaksam.records.rest;

import java.nio.file.Path;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.testkit.TestDatabase;

/** An area with its records, asked over REST by somebody who may do everything. Those who extend it open it before their tests. */
@SuppressWarnings("NullAway.Init") // opened before each test or class
abstract class AreaScene {
    /** Somebody else. */
    static final String OTHER = "00000000-0000-7000-8000-00000000000f";

    Engine engine;
    Area area;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    final void open(Path folder) {
        engine = new Engine(database(folder)).withReports();
        area = new Area(engine);
        everythingIsPermitted();
    }

    final void everythingIsPermitted() {
        engine.access.be(FakeAccess.ANNA, "*");
    }
}
