package org.vaksam.journal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.JournalTables.SealedRow;
import org.vaksam.spi.journal.JournalFeed;

/** The journal for those who follow it. */
@Component(service = JournalFeed.class)
public final class SealedFeed implements JournalFeed {
    private final JournalTables tables;
    private final Sealer sealer;
    private final JsonText json = new JsonText();

    @Activate
    public SealedFeed(@Reference JournalTables tables, @Reference Sealer sealer) {
        this.tables = tables;
        this.sealer = sealer;
    }

    @Override
    public long head() {
        return tables.head().position();
    }

    @Override
    public List<Sealed> after(long position, int limit) {
        return tables.after(position, limit).stream().flatMap(this::sealed).toList();
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

    private Stream<Sealed> sealed(SealedRow sealed) {
        return sealed.row().map(row -> sealed(sealed, row)).stream();
    }

    private Sealed sealed(SealedRow sealed, EntryRow row) {
        return new Sealed(
                sealed.position(),
                row.id(),
                row.madeAt(),
                row.actor(),
                row.actorName(),
                row.action(),
                row.subjectType(),
                row.subject(),
                json.read(row.data()),
                sealed.hash());
    }
}
