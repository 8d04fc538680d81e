package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;

/**
 * The process is killed at the start of every step of every module operation; after the next start the module is exactly as it
 * was before when the step does not come after the commit, else exactly as it was to become. The steps are those that the
 * operations themselves report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneTransaction {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String MODULE = "/api/modules/incidents";
    /** Bytecode is not verified at each of many starts: every other test does that. */
    private static final String QUICK =
            Work.SHORT_LIFE + " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    /** How the module can be there. */
    enum State {
        ABSENT,
        FIRST,
        SECOND,
        KEPT
    }

    /** What leads from one state to another. */
    enum Operation {
        INSTALL(State.ABSENT, State.FIRST),
        UPDATE(State.FIRST, State.SECOND),
        ROLLBACK(State.SECOND, State.FIRST),
        UNINSTALL(State.FIRST, State.KEPT),
        EXPORT(State.FIRST, State.ABSENT),
        PURGE(State.FIRST, State.ABSENT);

        private final State from;
        private final State to;

        Operation(State from, State to) {
            this.from = from;
            this.to = to;
        }
    }

    private final Distribution vaksam = Work.distribution(getClass());
    private final Path crash = vaksam.data().resolve("crash");
    private Rest rest = Rest.anonymous(vaksam.url());
    private Path first = crash;
    private Path second = crash;
    private Path third = crash;
    private Optional<String> report = Optional.empty();

    @BeforeAll
    void start() {
        configure(vaksam);
        vaksam.with("EXTRA_JAVA_OPTS", QUICK + " -Dvaksam.crash=" + crash).start();
        rest = vaksam.rest();
        var versions = new IncidentVersions(vaksam);
        first = vaksam.offered("incidents");
        second = versions.next();
        third = versions.next();
    }

    @AfterAll
    void stop() {
        vaksam.close();
    }

    /** Before the first start. */
    abstract void configure(Distribution distribution);

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> killedAtEveryStep() {
        return Stream.of(Operation.values()).flatMap(operation -> {
            if (operation == Operation.EXPORT) {
                // the tables of a newer version that was rolled back are not exported
                become(State.ABSENT);
            }
            become(operation.from);
            List<String> steps = new ArrayList<>();
            carryOut(operation)
                    .path("steps")
                    .forEach(step -> steps.add(step.path("id").asText()));
            assertThat(steps).contains("commit");
            int commit = steps.indexOf("commit");
            return steps.stream()
                    .map(step -> DynamicTest.dynamicTest(operation + " at " + step, () -> {
                        State expected = steps.indexOf(step) > commit ? operation.to : operation.from;
                        killedAt(step, operation, expected);
                    }));
        });
    }

    private void killedAt(String step, Operation operation, State expected) throws IOException {
        become(operation.from);
        Optional<String> plan = planned(operation);
        Files.writeString(crash, step);
        assertThatThrownBy(() -> carryOut(operation, plan)).isInstanceOf(RuntimeException.class);
        vaksam.awaitEnd(Duration.ofSeconds(30));
        Files.delete(crash);
        if (step.hashCode() % 2 == 0) {
            Work.delete(vaksam.data().resolve("karaf"));
        }
        vaksam.start();
        assertThat(state()).isEqualTo(expected);
        check(expected);
    }

    private State state() {
        JsonNode module =
                rest.get("/api/modules").expect(200).json().path("items").path(0);
        return switch (module.path("state").asText()) {
            case "live" -> module.path("version").asText().equals("1.0.0") ? State.FIRST : State.SECOND;
            case "kept" -> State.KEPT;
            default -> State.ABSENT;
        };
    }

    /** Whether code, schema, definitions and data are those of the state. */
    private void check(State state) {
        switch (state) {
            case FIRST, SECOND -> {
                String definition =
                        rest.get(REPORTS + "/definition?kind=theft").expect(200).text();
                assertThat(definition.contains("extra1")).isEqualTo(state == State.SECOND);
                rest.get("/api/incidents/police-types").expect(200);
                report.ifPresent(id -> rest.get(REPORTS + "/" + id).expect(200));
                assertThat(plan(state == State.FIRST ? second : third)
                                .path("possible")
                                .asBoolean())
                        .as("the next version's scripts fit the schema")
                        .isTrue();
            }
            case KEPT -> {
                rest.get(REPORTS).expect(404);
                JsonNode record = rest.get("/api/records/" + report.orElseThrow())
                        .expect(200)
                        .json();
                assertThat(record.path("dormant").asBoolean()).isTrue();
            }
            case ABSENT -> {
                rest.get(REPORTS).expect(404);
                report.ifPresent(id -> rest.get("/api/records/" + id).expect(404));
            }
        }
    }

    /** Leads the module to a state; on the way it gets a report. */
    private void become(State wanted) {
        for (State now = state(); now != wanted; now = state()) {
            switch (now) {
                case ABSENT -> {
                    report = Optional.empty();
                    carryOut(Operation.INSTALL);
                }
                case KEPT -> carryOut(Operation.INSTALL);
                case SECOND -> carryOut(Operation.ROLLBACK);
                case FIRST ->
                    carryOut(Stream.of(Operation.UPDATE, Operation.UNINSTALL, Operation.PURGE)
                            .filter(operation -> operation.to == wanted)
                            .findFirst()
                            .orElseThrow());
            }
        }
        if (wanted == State.ABSENT) {
            report = Optional.empty();
        } else if (wanted == State.FIRST && report.isEmpty()) {
            String made = "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}";
            report = Optional.of(
                    rest.post(REPORTS, made).expect(201).json().path("id").asText());
        }
    }

    private JsonNode carryOut(Operation operation) {
        return carryOut(operation, planned(operation));
    }

    private JsonNode carryOut(Operation operation, Optional<String> plan) {
        var answer =
                switch (operation) {
                    case INSTALL, UPDATE ->
                        rest.post("/api/modules/apply", "{\"plan\":\"" + plan.orElseThrow() + "\"}");
                    case ROLLBACK -> rest.post(MODULE + "/rollback", "{}");
                    case UNINSTALL -> rest.delete(MODULE + "?data=keep");
                    case EXPORT -> rest.delete(MODULE + "?data=export&confirm=incidents");
                    case PURGE -> rest.delete(MODULE + "?data=purge&confirm=incidents");
                };
        return answer.expect(200).json();
    }

    private Optional<String> planned(Operation operation) {
        return switch (operation) {
            case INSTALL -> Optional.of(plan(first).path("hash").asText());
            case UPDATE -> Optional.of(plan(second).path("hash").asText());
            case ROLLBACK, UNINSTALL, EXPORT, PURGE -> Optional.empty();
        };
    }

    private JsonNode plan(Path file) {
        return rest.upload("/api/modules/plan", file, "application/java-archive")
                .expect(200)
                .json();
    }
}
