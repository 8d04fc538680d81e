package org.vaksam.operations.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.api.text.Text;

/** {@code vaksam:modules}. */
@Service
@Command(scope = "vaksam", name = "modules", description = "Installed modules and the catalogue")
public final class ListModules extends ModuleCommand {
    private static final String LINE = "%-20s %-12s %-10s %s%n";

    @Override
    void run(PrintStream console) {
        modules.installed()
                .forEach(module -> console.printf(
                        LINE,
                        module.descriptor().id(),
                        module.descriptor().version(),
                        module.state().name().toLowerCase(Locale.ROOT),
                        module.reason()
                                .map(Text::en)
                                .orElse(module.health().message().en())));
        modules.catalogue()
                .forEach(offer -> console.printf(
                        LINE,
                        offer.id(),
                        offer.version(),
                        "catalogue",
                        offer.title().en()));
    }
}
