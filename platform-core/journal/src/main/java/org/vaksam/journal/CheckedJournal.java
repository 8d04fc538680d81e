package org.vaksam.journal;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.chain.Finding;
import org.vaksam.journal.chain.Verification;
import org.vaksam.spi.journal.JournalAudit;

/** The audit for other bundles. */
@Component(service = JournalAudit.class)
public final class CheckedJournal implements JournalAudit {
    private final JournalVerifier verifier;
    private final JournalExport export;

    @Activate
    public CheckedJournal(@Reference JournalVerifier verifier, @Reference JournalExport export) {
        this.verifier = verifier;
        this.export = export;
    }

    @Override
    public Report verify() {
        Verification found = verifier.verify(position -> {});
        return new Report(
                found.entries(),
                found.hash(),
                found.signedTo(),
                found.findings().stream().map(Finding::words).toList());
    }

    @Override
    public void export(OutputStream out) throws IOException {
        export.write(out);
    }
}
