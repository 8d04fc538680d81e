package org.vaksam.exchange.feed;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * How a feed is doing.
 *
 * @param lastRun      when it was looked at last
 * @param lastSuccess  when that worked last
 * @param lastItem     when something new came last
 * @param failures     how often in a row it has not worked
 * @param etag         what the address said of its version
 * @param lastModified what the address said of its time
 */
public record FeedState(
        Instant nextRun,
        Optional<Instant> lastRun,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastItem,
        int failures,
        Optional<Text> failure,
        Optional<String> etag,
        Optional<String> lastModified,
        Counts counts) {

    /**
     * What came and what became of it: {@code received = stored + known + inTray + discarded}.
     *
     * @param known   had been taken before
     * @param updates of those, how many said something new
     */
    public record Counts(long received, long stored, long known, long updates, long inTray, long discarded) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    received + more.received,
                    stored + more.stored,
                    known + more.known,
                    updates + more.updates,
                    inTray + more.inTray,
                    discarded + more.discarded);
        }
    }
}
