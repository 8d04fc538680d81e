package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code vaksam:rollback MODULE [REVISION]}. */
@Service
@Command(scope = "vaksam", name = "rollback", description = "Back to the revision before, or to one that is kept")
@SuppressWarnings("NullAway.Init")
public final class RollBackModule extends ModuleCommand {
    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Argument(index = 1, name = "revision", description = "one of those that vaksam:modules shows as former")
    @Nullable
    String revision;

    @Override
    void run(PrintStream console) {
        print(console, modules.rollback(module, Optional.ofNullable(revision)));
    }
}
