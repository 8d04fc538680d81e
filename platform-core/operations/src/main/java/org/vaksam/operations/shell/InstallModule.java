package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.spi.kernel.Modules.Plan;

/** {@code vaksam:install FILE}. */
@Service
@Command(scope = "vaksam", name = "install", description = "Install or update a module from its file")
@SuppressWarnings("NullAway.Init")
public final class InstallModule extends ModuleCommand {
    @Argument(name = "file", description = "path of the module file", required = true)
    String file;

    @Option(name = "--accept-pause", description = "also when users of the module will wait longer than the limit")
    boolean acceptPause;

    @Override
    void run(PrintStream console) {
        Plan plan = modules.plan(Path.of(file));
        if (plan.possible()) {
            print(console, modules.apply(plan.hash(), acceptPause));
        } else {
            session.put(FAILED, true);
            PlanModule.print(console, plan);
        }
    }
}
