package org.vaksam.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.vaksam.journal.chain.EntryRow;

/** Committed entries on their way to their seals, and who waits for them. */
final class SealQueue {
    private static final int MAX_CHARACTERS = 16_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<EntryRow> waiting = new ArrayDeque<>();
    private long characters;
    private long added;
    private long done;
    private boolean recovered;
    private boolean stopped;

    /** Adds entries; when too much waits, the thread waits first. False when that took too long: the sweep will find them. */
    synchronized boolean add(List<EntryRow> entries) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (characters > MAX_CHARACTERS) {
                if (!waitUntil(end)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        waiting.addAll(entries);
        entries.forEach(entry -> characters += entry.data().length());
        added += entries.size();
        notifyAll();
        return true;
    }

    /** At least one entry, at most {@code limit}; waits for them. None when the queue was stopped. */
    synchronized List<EntryRow> take(int limit) throws InterruptedException {
        while (waiting.isEmpty() && !stopped) {
            wait();
        }
        if (stopped) {
            return List.of();
        }
        var batch = new ArrayList<EntryRow>();
        while (batch.size() < limit && !waiting.isEmpty()) {
            EntryRow entry = waiting.remove();
            characters -= entry.data().length();
            batch.add(entry);
        }
        notifyAll();
        return batch;
    }

    /** So many of the entries taken have their seals. */
    synchronized void done(int entries) {
        done += entries;
        notifyAll();
    }

    /** Everything that was left from before has been added. */
    synchronized void recovered() {
        recovered = true;
        notifyAll();
    }

    /** Waits until everything that was added before is sealed; false when the time ran out. */
    synchronized boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!recovered) {
            if (!waitUntil(end)) {
                return false;
            }
        }
        long goal = added;
        while (done < goal) {
            if (!waitUntil(end)) {
                return false;
            }
        }
        return true;
    }

    /** Ends the work of those who take; what still waits will be found at the next start. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Rests; true when the queue was stopped meanwhile. */
    synchronized boolean stoppedWithin(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!stopped && waitUntil(end)) {}
        return stopped;
    }

    private boolean waitUntil(long end) throws InterruptedException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            return false;
        }
        wait(millis);
        return true;
    }
}
