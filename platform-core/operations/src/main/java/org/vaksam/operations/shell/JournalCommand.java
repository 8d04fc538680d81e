package org.vaksam.operations.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.spi.journal.JournalAudit;

/** {@code vaksam:journal [verify|export FILE]}. */
@Service
@Command(scope = "vaksam", name = "journal", description = "Whether the journal is what it was: verify, export FILE")
@SuppressWarnings("NullAway.Init")
public final class JournalCommand extends ModuleCommand {
    @Reference
    JournalAudit audit;

    @Argument(name = "verb", description = "verify or export")
    String verb = "verify";

    @Argument(index = 1, name = "file", description = "where to export to")
    String file = "";

    @Override
    void run(PrintStream console) {
        if (verb.equals("verify")) {
            verify(console);
        } else if (verb.equals("export") && !file.isEmpty()) {
            export(console, Path.of(file));
        } else {
            session.put(FAILED, true);
            console.println("verify, or export FILE");
        }
    }

    private void verify(PrintStream console) {
        JournalAudit.Report report = audit.verify();
        report.findings().forEach(finding -> console.println(finding.en()));
        boolean holds = report.findings().isEmpty();
        if (!holds) {
            session.put(FAILED, true);
        }
        console.printf(
                "%s: %d entries, signed to position %d%nSeal %s%n",
                holds ? "Holds" : "DOES NOT HOLD",
                report.entries(),
                report.signedTo().orElse(0L),
                report.hash());
    }

    private void export(PrintStream console, Path target) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            audit.export(out);
            console.println("Exported to " + target);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written to " + target, e);
        }
    }
}
