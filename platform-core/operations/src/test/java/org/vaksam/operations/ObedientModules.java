package org.vaksam.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.health.Health;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.ImportDeclaration;
import org.vaksam.spi.kernel.ModuleDescriptor.RecordType;
import org.vaksam.testkit.FakeModules;

/** A kernel that does as the test says and remembers what it was asked. */
public final class ObedientModules extends FakeModules {
    public static final Instant NOW = Instant.parse("2026-11-22T15:04:05Z");

    public final List<String> asked = new ArrayList<>();
    public final Deque<Problem> problems = new ArrayDeque<>();
    public List<Text> planProblems = List.of();
    public Optional<Text> failure = Optional.empty();

    @Override
    public Plan plan(Path moduleFile) {
        asked.add("plan " + moduleFile.getFileName());
        return new Plan(
                "hash",
                "incidents",
                Text.same("Incidents"),
                Optional.empty(),
                "1.0.0",
                new Signature("signed", Optional.of("CN=Maker"), Text.same("Signed")),
                planProblems.isEmpty(),
                planProblems,
                List.of(),
                new Pause(0, 3_000),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                NOW);
    }

    @Override
    public Operation apply(String planHash, boolean acceptPause) {
        if (!problems.isEmpty()) {
            throw problems.pop();
        }
        return operation("apply " + planHash + (acceptPause ? " with pause" : ""));
    }

    @Override
    public Operation rollback(String module, Optional<String> revision) {
        return operation(
                "rollback " + module + revision.map(name -> " to " + name).orElse(""));
    }

    @Override
    public Operation uninstall(String module, DataMode mode) {
        return operation("uninstall " + module + " " + mode);
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of("updates.total", 3L);
    }

    public void add(State state, Health health, ModuleDescriptor module) {
        installed.add(new Installed(
                module, module.version() + "-abc", state, health, NOW, Optional.empty(), List.of(), Optional.empty()));
    }

    public static ModuleDescriptor incidents() {
        var menu = Map.<String, Object>of("path", "/incidents", "icon", "siren", "permission", "incidents:report:read");
        var widget = Map.<String, Object>of("id", "open", "permission", "incidents:report:handle");
        return new ModuleDescriptor(
                "incidents",
                "1.0.0",
                new Text("Händelser", "Incidents"),
                "[1.0,2)",
                List.of(),
                List.of(new RecordType(
                        "report",
                        "reports",
                        "INC",
                        "file",
                        new Text("Rapport", "Report"),
                        new Text("Rapporter", "Reports"))),
                List.of(),
                List.of(),
                Map.of("console/nav/v1", List.of(menu), "home/widget/v1", List.of(widget)),
                List.of(new ImportDeclaration(
                        "police-events", Text.same("Police"), List.of(".json"), "incidents:report:create")));
    }

    private Operation operation(String what) {
        asked.add(what);
        return new Operation(
                "1",
                "install",
                "incidents",
                Optional.empty(),
                Optional.of("1.0.0"),
                "test",
                NOW,
                Optional.empty(),
                failure.isEmpty(),
                failure,
                List.of());
    }
}
