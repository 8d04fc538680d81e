package org.vaksam.operations.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code vaksam:rollback MODULE}. */
@Service
@Command(scope = "vaksam", name = "rollback", description = "Back to the revision before")
@SuppressWarnings("NullAway.Init")
public final class RollBackModule extends ModuleCommand {
    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Override
    void run(PrintStream console) {
        print(console, modules.rollback(module));
    }
}
