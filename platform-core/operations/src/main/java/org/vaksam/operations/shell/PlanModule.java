package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code vaksam:plan FILE}. */
@Service
@Command(scope = "vaksam", name = "plan", description = "What installing a module file would do")
@SuppressWarnings("NullAway.Init")
public final class PlanModule extends ModuleCommand {
    @Argument(name = "file", description = "path of the module file", required = true)
    String file;

    @Override
    void run(PrintStream console) {
        print(console, modules.plan(Path.of(file)));
    }

    static void print(PrintStream console, org.vaksam.spi.kernel.Modules.Plan plan) {
        console.println(plan.module() + " " + plan.from().orElse("") + " -> " + plan.to()
                + (plan.possible() ? "" : "  NOT POSSIBLE"));
        console.println("  " + plan.signature().words().en());
        plan.problems().forEach(problem -> console.println("  ! " + problem.en()));
        plan.warnings().forEach(warning -> console.println("  ? " + warning.en()));
        console.printf("  writers wait %d ms%n", plan.pause().millis());
        plan.restarts().forEach(bundle -> console.println("  restarts " + bundle));
        plan.steps()
                .forEach(step -> console.printf(
                        "  %-28s %6d ms  %s%n",
                        step.title().en(), step.millis(), step.detail().en()));
        plan.sql()
                .forEach(statement -> console.printf(
                        "  sql  %s  (%d rows, %d ms)%n", statement.sql(), statement.rows(), statement.millis()));
        plan.changes()
                .forEach(change -> console.println("  " + change.kind() + " " + change.what() + " " + change.id()));
    }
}
