package org.vaksam.operations.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.spi.kernel.ModuleTrust;

/** {@code vaksam:trust [list|add FILE|remove FINGERPRINT]}. */
@Service
@Command(
        scope = "vaksam",
        name = "trust",
        description = "Whose module files are accepted: list, add FILE, remove FINGERPRINT")
@SuppressWarnings("NullAway.Init")
public final class TrustModules extends ModuleCommand {
    @Reference
    ModuleTrust trust;

    @Argument(name = "verb", description = "list, add or remove")
    String verb = "list";

    @Argument(index = 1, name = "what", description = "a certificate's file (PEM) or fingerprint")
    String what = "";

    @Override
    void run(PrintStream console) {
        switch (verb) {
            case "list" -> list(console);
            case "add" -> console.println("Trusted: " + trust.add(read()).subject());
            case "remove" -> {
                trust.remove(what);
                console.println("Removed " + what);
            }
            default -> console.println("list, add FILE or remove FINGERPRINT");
        }
    }

    private void list(PrintStream console) {
        console.println("Policy: " + trust.policy());
        trust.certificates()
                .forEach(each -> console.printf(
                        "%s  %s, valid to %s, %s%n",
                        each.fingerprint(),
                        each.subject(),
                        each.validTo(),
                        each.addedBy().orElse(each.origin())));
        trust.countersignatures()
                .forEach(each -> console.printf(
                        "%s  %s %s, approved by %s: %s%n",
                        each.sha(), each.module(), each.version(), each.by(), each.reason()));
    }

    private String read() {
        try {
            return Files.readString(Path.of(what));
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read as text", e);
        }
    }
}
