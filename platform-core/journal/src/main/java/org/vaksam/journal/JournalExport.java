package org.vaksam.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.journal.chain.ExportLines;
import org.vaksam.journal.chain.SignedHead;

/** Writes the journal out so that it can be checked without the platform; that it was done is journalled. */
@Component(service = JournalExport.class)
public final class JournalExport {
    private final JournalTables tables;
    private final HeadSigner signer;
    private final JournalVerifier rows;
    private final Journal journal;

    @Activate
    public JournalExport(
            @Reference JournalTables tables,
            @Reference HeadSigner signer,
            @Reference JournalVerifier rows,
            @Reference Journal journal) {
        this.tables = tables;
        this.signer = signer;
        this.rows = rows;
        this.journal = journal;
    }

    /** Everything sealed before the call, as it stands in the tables, whether it holds or not. Leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        signer.sign();
        var heads = signer.heads().all();
        long end = tables.head().position();
        journal.append(new Journal.Entry("journal.exported", "journal", "journal", Map.of("position", end)));
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(text, ExportLines.first(Instant.now().truncatedTo(ChronoUnit.MILLIS), end));
        signer.heads().trusted().forEach(key -> line(text, ExportLines.key(key)));
        for (SignedHead head : heads) {
            line(text, ExportLines.head(head));
        }
        var count = new AtomicLong();
        rows.readTo(end, page -> {
            page.forEach(row -> line(text, ExportLines.row(row)));
            count.addAndGet(page.size());
        });
        line(text, ExportLines.last(count.get()));
        text.flush();
    }

    private static void line(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
