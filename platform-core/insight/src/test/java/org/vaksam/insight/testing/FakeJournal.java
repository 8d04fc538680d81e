package org.vaksam.insight.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.journal.Journal;
import org.vaksam.spi.journal.JournalFeed;

/** A journal in memory, sealed at once. */
public final class FakeJournal implements JournalFeed, Journal {
    private final List<Sealed> entries = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public String append(Entry entry) {
        append(entry.action(), entry.subjectType(), entry.subject());
        return "entry-" + head();
    }

    /** Appends and tells the listeners. */
    public void append(String action, String subjectType, String subject) {
        synchronized (this) {
            long position = entries.size() + 1L;
            entries.add(new Sealed(
                    position,
                    "entry-" + position,
                    Instant.now(),
                    Optional.empty(),
                    "test",
                    action,
                    subjectType,
                    subject,
                    Map.of(),
                    Integer.toHexString(List.of(position, action, subject).hashCode())));
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized List<Sealed> after(long position, int limit) {
        int from = (int) Math.min(position, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
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
