package org.vaksam.operations.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.security.Authenticator;

/** What the commands share: who acts, and how the outcome is told. The shell fills in the fields. */
@SuppressWarnings("NullAway.Init")
abstract class ModuleCommand implements Action {
    /** Variable of the session: a command has not done what it was asked. */
    static final String FAILED = "vaksam.failed";

    @Reference
    Modules modules;

    @Reference
    Authenticator authenticator;

    @Reference
    Session session;

    abstract void run(PrintStream console);

    @Override
    public final @Nullable Object execute() {
        PrintStream console = session.getConsole();
        try (var bound = authenticator.bind(Caller.platform("shell"))) {
            run(console);
        } catch (Problem e) {
            session.put(FAILED, true);
            console.println(e.title().en() + ". " + e.detail().en());
            e.fields()
                    .forEach(field -> console.println(
                            "  " + field.field() + ": " + field.detail().en()));
            e.next().ifPresent(next -> console.println(next.en()));
        }
        return null;
    }

    void print(PrintStream console, Operation operation) {
        operation
                .steps()
                .forEach(step -> console.printf(
                        "  %-28s %6d ms  %s%n",
                        step.title().en(), step.millis(), step.detail().en()));
        operation.failure().ifPresent(failure -> {
            session.put(FAILED, true);
            console.println(failure.en());
        });
        console.println((operation.ok() ? "Done: " : "Undone: ") + operation.kind() + " " + operation.module());
    }
}
