package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Installed;

/** {@code vaksam:modules}. */
@Service
@Command(scope = "vaksam", name = "modules", description = "Installed modules and the catalogue")
public final class ListModules extends ModuleCommand {
    private static final String LINE = "%-20s %-12s %-10s %s%n";

    @Override
    void run(PrintStream console) {
        modules.installed().forEach(module -> print(console, module));
        modules.catalogue()
                .forEach(offer -> console.printf(
                        LINE,
                        offer.id(),
                        offer.version(),
                        "catalogue",
                        offer.title().en()));
    }

    private static void print(PrintStream console, Installed module) {
        String id = module.descriptor().id();
        String words =
                module.reason().map(Text::en).orElse(module.health().message().en());
        String state = module.state().name().toLowerCase(Locale.ROOT);
        console.printf(LINE, id, module.descriptor().version(), state, words);
        module.former().forEach(former -> console.printf(LINE, id, former.version(), "former", former.revision()));
    }
}
