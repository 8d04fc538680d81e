package org.vaksam.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.journal.JournalFeed;

/** A journal in memory. */
public final class FakeJournal implements JournalFeed {
    private final List<Sealed> entries = new ArrayList<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    /** While set, nothing can be read. */
    public volatile boolean broken;

    public void append(String subjectType, String subject, String action) {
        synchronized (this) {
            long position = entries.size() + 1L;
            entries.add(new Sealed(
                    position,
                    "id" + position,
                    Instant.EPOCH,
                    Optional.of("anna"),
                    "Anna",
                    action,
                    subjectType,
                    subject,
                    Map.of(),
                    "hash"));
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized List<Sealed> after(long position, int limit) {
        if (broken) {
            throw new IllegalStateException("no database");
        }
        return List.copyOf(entries.subList(
                (int) Math.min(position, entries.size()), (int) Math.min(position + limit, entries.size())));
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
