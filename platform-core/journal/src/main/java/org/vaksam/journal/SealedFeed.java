package org.vaksam.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.spi.journal.JournalFeed;

/** The journal for those who follow it. */
@Component(service = JournalFeed.class)
public final class SealedFeed implements JournalFeed {
    private final JournalTables tables;
    private final Sealer sealer;
    private final AtomicLong read = new AtomicLong();

    @Activate
    public SealedFeed(@Reference JournalTables tables, @Reference Sealer sealer) {
        this.tables = tables;
        this.sealer = sealer;
    }

    /** From memory: what this node has sealed or read; the database is asked before there is any. */
    @Override
    public long head() {
        long known = Math.max(sealer.head().position(), read.get());
        return known > 0 ? known : noted(tables.head().position());
    }

    @Override
    public List<Sealed> after(long position, int limit) {
        List<SealedEntry> rows = tables.after(position, limit);
        if (!rows.isEmpty()) {
            noted(rows.get(rows.size() - 1).position());
        }
        return rows.stream().flatMap(this::sealed).toList();
    }

    @Override
    public List<Sealed> about(String subjectType, String subject, long before, int limit) {
        return tables.about(subjectType, subject, before, limit).stream()
                .flatMap(this::sealed)
                .toList();
    }

    @Override
    public boolean awaitSealed(Duration limit) throws InterruptedException {
        return sealer.await(limit);
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return sealer.listen(listener);
    }

    private long noted(long position) {
        return read.accumulateAndGet(position, Math::max);
    }

    private Stream<Sealed> sealed(SealedEntry sealed) {
        return sealed.entry().map(row -> sealed(sealed, row)).stream();
    }

    private Sealed sealed(SealedEntry sealed, EntryRow row) {
        return new Sealed(
                sealed.position(),
                row.id(),
                row.madeAt(),
                row.actor(),
                row.actorName(),
                row.action(),
                row.subjectType(),
                row.subject(),
                JournalDetails.read(row),
                sealed.hash());
    }
}
