package org.vaksam.testkit.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.tck.RecordKinds.Kind;

/** The module that is being built and a platform of its own, for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModuleOnPlatform {
    private @Nullable EmbeddedPlatform started;
    private @Nullable ModuleUnderTest tested;
    private @Nullable Installation installed;
    private Set<String> untouched = Set.of();

    @BeforeAll
    void startPlatform(@TempDir Path folder) throws Exception {
        tested = ModuleUnderTest.of(getClass());
        started = EmbeddedPlatform.start(folder.resolve("data"));
        installed = new Installation(client(), module(), folder);
        untouched = shape();
    }

    @AfterAll
    void stopPlatform() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    String create(Kind kind) {
        var reply = client().post(kind.address(), kind.smallest());
        assertEquals(
                201,
                reply.status(),
                () -> kind.name() + " cannot be created with " + kind.smallest() + ": " + reply.text());
        return kind.address() + "/" + reply.body().path("id").asText();
    }

    Kind anyKind() {
        List<Kind> kinds = kinds();
        Assumptions.assumeFalse(kinds.isEmpty(), "The module has no records");
        return kinds.get(0);
    }

    List<Kind> kinds() {
        return RecordKinds.of(client(), module());
    }

    Description description() {
        return new Description(client().get("/api/openapi.json").expect(200).body(), module().id());
    }

    /** The database as it was before the module came for the first time. */
    Set<String> untouched() {
        return untouched;
    }

    Set<String> shape() throws Exception {
        return platform().inspect(Tables::shape);
    }

    EmbeddedPlatform platform() {
        return Objects.requireNonNull(started);
    }

    PlatformClient client() {
        return platform().client();
    }

    ModuleUnderTest module() {
        return Objects.requireNonNull(tested);
    }

    Installation installation() {
        return Objects.requireNonNull(installed);
    }

    static List<String> texts(JsonNode all) {
        return all.isEmpty() ? List.of() : List.of(Installation.english(all));
    }

    static void none(String what, Iterable<?> found) {
        if (found.iterator().hasNext()) {
            throw new AssertionError(what + ": " + found);
        }
    }

    static void same(String what, Set<String> wanted, Set<String> found) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(found);
        var left = new TreeSet<>(found);
        left.removeAll(wanted);
        if (!missing.isEmpty() || !left.isEmpty()) {
            throw new AssertionError(what + ". Missing: " + missing + ". Left over: " + left);
        }
    }
}
