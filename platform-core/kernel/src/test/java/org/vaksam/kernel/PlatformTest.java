package org.vaksam.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.TestDatabase;

/** A kernel on a real framework and a real database, emptied after each test. */
abstract class PlatformTest {
    static Path folder = Path.of("");
    static SamplePlatform platform;
    FakeGateway gateway = new FakeGateway();

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        platform = new SamplePlatform(temporary, TestDatabase.derby(temporary));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @BeforeEach
    void connect() throws Exception {
        gateway = platform.gateway();
    }

    @AfterEach
    void clear() {
        platform.clear();
    }

    boolean works(String module) {
        return platform.kernel()
                .liveModules
                .with(module, Runnable.class, each -> true, each -> true)
                .orElse(false);
    }

    static SampleJar withTable(String id, String version) {
        return SampleJar.module(id, version)
                .script("001-base", "CREATE TABLE things (id INTEGER)", "DROP TABLE things");
    }

    static String whileLive() {
        return "<reference name=\"live\" interface=\"org.osgi.service.condition.Condition\""
                + " target=\"(osgi.condition.id=module.live)\"/>";
    }
}
