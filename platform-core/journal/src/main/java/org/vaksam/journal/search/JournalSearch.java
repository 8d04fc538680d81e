package org.vaksam.journal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.spi.journal.JournalFeed;

/**
 * Looks backwards from the newest entry, window by window, so that it needs no index for what is asked once a year: after a
 * second it answers with what it has found and where it stopped.
 */
@Component(service = JournalSearch.class)
public final class JournalSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int FIRST_WINDOW = 500;
    private static final int LARGEST_WINDOW = 16_000;
    /** An entry may be sealed some time after others that were made later: transactions take their time. */
    private static final Duration DISORDER = Duration.ofHours(1);

    private final SearchTables tables;
    private final JournalFeed feed;

    /**
     * What was found.
     *
     * @param next where to go on, as {@code before} of the next search; empty when everything was looked through
     * @param back the time that the search has come back to, when it goes on
     */
    public record Page(List<SealedEntry> entries, Optional<Long> next, Optional<Instant> back) {}

    @Activate
    public JournalSearch(@Reference SearchTables tables, @Reference JournalFeed feed) {
        this.tables = tables;
        this.feed = feed;
    }

    /** Entries before this position, at most so many. */
    public Page find(JournalFilter filter, long before, int limit) {
        awaitSealed();
        long last = Math.min(before, feed.head() + 1);
        long end =
                filter.to().map(to -> tables.firstAt(to.plus(DISORDER), last)).orElse(last);
        long start = filter.from()
                .map(from -> tables.firstAt(from.minus(DISORDER), last))
                .orElse(1L);
        return filter.subject().isPresent()
                ? page(tables.ofSubject(filter, end, limit), start, limit)
                : search(filter, start, end, limit);
    }

    private Page search(JournalFilter filter, long start, long end, int limit) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = new ArrayList<SealedEntry>();
        long upper = end;
        int window = Math.max(FIRST_WINDOW, limit);
        while (upper > start && found.size() < limit && (upper == end || System.nanoTime() < deadline)) {
            long lower = Math.max(start, upper - window);
            found.addAll(tables.between(filter, lower, upper, limit - found.size()));
            upper = lower;
            window = Math.min(2 * window, LARGEST_WINDOW);
        }
        if (found.size() == limit) {
            return page(found, start, limit);
        }
        return upper > start
                ? new Page(found, Optional.of(upper), tables.timeAt(upper))
                : new Page(found, Optional.empty(), Optional.empty());
    }

    private static Page page(List<SealedEntry> entries, long start, int limit) {
        Optional<SealedEntry> last = entries.size() < limit
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1)).filter(entry -> entry.position() > start);
        return new Page(
                entries,
                last.map(SealedEntry::position),
                last.flatMap(SealedEntry::entry).map(entry -> entry.madeAt()));
    }

    private void awaitSealed() {
        try {
            feed.awaitSealed(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
