package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.spi.kernel.ModuleTrust;
import org.vaksam.spi.kernel.Modules.Plan;

/** {@code vaksam:countersign FILE REASON}. */
@Service
@Command(scope = "vaksam", name = "countersign", description = "Approve exactly this module file")
@SuppressWarnings("NullAway.Init")
public final class CountersignModule extends ModuleCommand {
    @Reference
    ModuleTrust trust;

    @Argument(name = "file", description = "path of the module file", required = true)
    String file;

    @Argument(index = 1, name = "reason", description = "why you stand for it", required = true)
    String reason;

    @Override
    void run(PrintStream console) {
        Plan plan = modules.plan(Path.of(file));
        if (plan.hash().isEmpty()) {
            PlanModule.print(console, plan);
            return;
        }
        var approval = trust.countersign(plan.hash(), reason);
        console.println("Countersigned: " + approval.module() + " " + approval.version() + "  " + approval.sha());
    }
}
