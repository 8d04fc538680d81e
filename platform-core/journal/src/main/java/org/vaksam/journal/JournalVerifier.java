package org.vaksam.journal;

import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.chain.ChainCheck;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.journal.chain.SignedHead;
import org.vaksam.journal.chain.Verification;

/** Reads the whole journal, page by page, and compares it with its own chain and with the signed heads. */
@Component(service = JournalVerifier.class)
public final class JournalVerifier {
    private static final int PAGE = 1_000;

    private final JournalTables tables;
    private final HeadSigner signer;

    @Activate
    public JournalVerifier(@Reference JournalTables tables, @Reference HeadSigner signer) {
        this.tables = tables;
        this.signer = signer;
    }

    /** Everything sealed before the call; tells the position it has come to now and then. */
    public Verification verify(LongConsumer progress) {
        List<SignedHead> heads = signer.heads().all();
        var check = new ChainCheck(heads, signer.heads().trusted());
        readTo(tables.head().position(), page -> {
            page.forEach(check::accept);
            progress.accept(page.get(page.size() - 1).position());
        });
        return check.result();
    }

    /** Where a page of rows goes. */
    interface Pages {
        void take(List<SealedEntry> page);
    }

    /** All rows up to this position in their order, over any gap. */
    void readTo(long end, Pages pages) {
        long position = 0;
        while (position < end) {
            List<SealedEntry> page = tables.after(position, (int) Math.min(PAGE, end - position));
            if (page.isEmpty()) {
                position = tables.nextAfter(position).orElse(end + 1) - 1;
            } else {
                pages.take(page);
                position = page.get(page.size() - 1).position();
            }
        }
    }
}
