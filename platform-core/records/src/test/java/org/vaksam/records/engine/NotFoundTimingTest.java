package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.Timing;

/**
 * How long it takes to be told "not found" does not tell whether there is something: to read the row costs something, one query more
 * on one of the ways would cost twice as much.
 */
final class NotFoundTimingTest {
    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";
    private static final Timing TIMING = new Timing(300, 501, 1.7);

    private static Engine engine;
    private static RecordRow hidden;

    @BeforeAll
    static void start(@TempDir Path folder) {
        engine = new Engine(TestDatabase.derby(folder)).withReports();
        engine.access.be(FakeAccess.ANNA, "*");
        hidden = engine.create(Map.of("kind", "theft", "title", "Stulen cykel", "secrecy", "internal", "unit", "PARK"));
        engine.access.be(
                "00000000-0000-7000-8000-00000000000f",
                Scope.below(FakeOffice.SCHOOL.id()),
                "incidents:report:read",
                "incidents:report:handle");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "any area", "number", "change", "transition", "delete"})
    void takesAsLongForWhatIsHiddenAsForWhatIsMissing(String operation) {
        String there = operation.equals("number") ? hidden.number() : hidden.id();
        String nowhere = operation.equals("number") ? hidden.number().replaceAll("\\d{3}$", "999") : NOTHING;
        assertThat(TIMING.alike(() -> nanos(operation, there), () -> nanos(operation, nowhere)))
                .isTrue();
    }

    private static long nanos(String operation, String id) {
        long start = System.nanoTime();
        Problem problem = catchThrowableOfType(Problem.class, () -> attempt(operation, id));
        long taken = System.nanoTime() - start;
        assertThat(problem.status()).isEqualTo(404);
        return taken;
    }

    private static void attempt(String operation, String id) {
        switch (operation) {
            case "change" -> engine.change.patch(engine.type(), id, any -> true, Map.of("title", "Another"));
            case "transition" ->
                engine.change.transition(engine.type(), id, Optional.empty(), "triage", Map.of("severity", 1));
            case "delete" -> engine.change.delete(engine.type(), id, any -> true);
            case "any area" -> engine.reading.read(id);
            default -> engine.reading.read(engine.type().name(), id);
        }
    }
}
