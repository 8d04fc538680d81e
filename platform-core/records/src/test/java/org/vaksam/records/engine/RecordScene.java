package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** Records on a database that the test chooses. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RecordScene {
    Engine engine;

    abstract TestDatabase open(Path directory);

    @BeforeAll
    void start(@TempDir Path folder) {
        engine = new Engine(open(folder)).withReports();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @BeforeEach
    void everythingIsPermitted() {
        engine.access.be(FakeAccess.ANNA, "*");
    }

    RecordRow patch(RecordRow row, Map<String, @Nullable Object> members) {
        return engine.change.patch(engine.type(), row.id(), version -> version == row.version(), members);
    }

    RecordRow transition(RecordRow row, String name, Map<String, @Nullable Object> members) {
        return engine.change.transition(engine.type(), row.id(), Optional.empty(), name, members);
    }

    static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    /** Names and values in turn; values may be null. */
    static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }
}
