package org.vaksam.records.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** The engine with a kind that has everything the language has. */
abstract class EverythingScene {
    static final String BERIT = "00000000-0000-7000-8000-00000000000b";
    static final String CESAR = "00000000-0000-7000-8000-00000000000c";

    Engine engine;
    Path folder;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        folder = Files.createDirectory(directory.resolve("definitions"));
        engine = new Engine(TestDatabase.derby(directory));
        publish(everything());
        engine.access.be(FakeAccess.ANNA, "*");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    void publish(String definition) throws IOException {
        Files.writeString(folder.resolve("everything.definition.json"), definition);
        engine.publish(folder);
    }

    static String everything() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(EverythingScene.class.getResourceAsStream("/everything.definition.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    RecordRow make(Object... members) {
        return engine.create(members("title", "Något", members));
    }

    RecordRow fields(Object... fields) {
        return make("fields", members(null, null, fields));
    }

    RecordRow patch(RecordRow row, Object... members) {
        return engine.change.patch(engine.type(), row.id(), version -> true, members(null, null, members));
    }

    RecordRow move(RecordRow row, String transition, Object... members) {
        return engine.change.transition(
                engine.type(), row.id(), Optional.empty(), transition, members(null, null, members));
    }

    static void assertRefused(int status, List<String> fields, ThrowingCallable call) {
        Assertions.assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            Assertions.assertThat(problem.status()).isEqualTo(status);
            Assertions.assertThat(problem.fields())
                    .extracting(FieldProblem::field)
                    .containsExactlyInAnyOrderElementsOf(fields);
        });
    }

    private static Map<String, @Nullable Object> members(
            @Nullable String name, @Nullable Object value, Object... more) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (name != null) {
            members.put(name, value);
        }
        for (int i = 0; i < more.length; i += 2) {
            members.put(more[i].toString(), more[i + 1]);
        }
        return members;
    }
}
