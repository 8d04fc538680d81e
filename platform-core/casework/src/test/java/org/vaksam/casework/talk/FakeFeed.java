package org.vaksam.casework.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.data.Ids;
import org.vaksam.spi.journal.JournalFeed;

/** A journal in memory. */
final class FakeFeed implements JournalFeed {
    volatile boolean broken;
    private final List<Sealed> entries = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void append(String action, String record, String actor) {
        entries.add(new Sealed(
                entries.size() + 1L,
                Ids.next(),
                Instant.EPOCH,
                Optional.of(actor),
                actor,
                action,
                "incidents.report",
                record,
                Map.of(),
                ""));
        listeners.forEach(Runnable::run);
    }

    @Override
    public long head() {
        return entries.size();
    }

    @Override
    public List<Sealed> after(long position, int limit) {
        if (broken) {
            throw new IllegalStateException("no journal");
        }
        return entries.stream()
                .filter(entry -> entry.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Sealed> about(String subjectType, String subject, long before, int limit) {
        return List.of();
    }

    @Override
    public boolean awaitSealed(Duration limit) {
        return true;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
