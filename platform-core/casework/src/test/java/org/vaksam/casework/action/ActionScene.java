package org.vaksam.casework.action;

import static org.vaksam.casework.FakeOffice.ANNA;
import static org.vaksam.casework.FakeOffice.BERIT;
import static org.vaksam.casework.FakeOffice.CLASS;
import static org.vaksam.casework.Work.body;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.Work;
import org.vaksam.testkit.TestDatabase;

/** A record with the people around it, and what they do with actions. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class ActionScene {
    static final String RECORD = "00000000-0000-7000-8000-000000000001";
    static final String HANDLE = "incidents:report:handle";
    static final String READ = "incidents:report:read";

    @TempDir
    Path folder;

    Work work;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open() {
        work = new Work(database(folder));
        work.records.add(RECORD, CLASS, ANNA);
        handler();
    }

    @AfterEach
    void close() {
        work.close();
    }

    void handler() {
        work.access.be(BERIT, READ, HANDLE);
    }

    Map<String, @Nullable Object> create(@Nullable Object... members) {
        return entity(work.actions.create(body(members), null));
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> entity(jakarta.ws.rs.core.Response response) {
        return (Map<String, @Nullable Object>) response.getEntity();
    }

    static String id(Map<String, @Nullable Object> action) {
        return Objects.requireNonNull(action.get("id")).toString();
    }

    static String tag(Map<String, @Nullable Object> action) {
        return "\"" + action.get("version") + "\"";
    }

    Map<String, @Nullable Object> step(Map<String, @Nullable Object> action, String step) {
        return entity(work.actions.step(id(action), tag(action), body("step", step)));
    }

    Map<String, @Nullable Object> read(Map<String, @Nullable Object> action) {
        return entity(work.actions.read(id(action)));
    }
}
