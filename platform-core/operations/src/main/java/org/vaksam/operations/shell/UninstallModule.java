package org.vaksam.operations.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.spi.kernel.Modules.DataMode;

/** {@code vaksam:uninstall MODULE}: keeps the data; removing data is left to the doors that ask twice. */
@Service
@Command(scope = "vaksam", name = "uninstall", description = "Uninstall a module and keep its data")
@SuppressWarnings("NullAway.Init")
public final class UninstallModule extends ModuleCommand {
    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Override
    void run(PrintStream console) {
        print(console, modules.uninstall(module, DataMode.KEEP));
    }
}
