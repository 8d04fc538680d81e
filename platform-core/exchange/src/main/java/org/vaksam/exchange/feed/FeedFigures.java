package org.vaksam.exchange.feed;

import java.util.List;
import java.util.Map;

/** What {@code /metrics} says of feeds and of the tray. */
final class FeedFigures {
    private FeedFigures() {}

    static Map<String, Double> of(List<FeedTable.Row> all, long inTray) {
        FeedState.Counts sum =
                all.stream().map(row -> row.state().counts()).reduce(FeedState.Counts.NONE, FeedState.Counts::plus);
        long enabled = all.stream().filter(row -> row.feed().enabled()).count();
        long failing = all.stream()
                .filter(row -> row.feed().enabled() && row.state().failures() > 0)
                .count();
        return Map.of(
                "feeds_enabled", (double) enabled,
                "feeds_failing", (double) failing,
                "feed_items_received", (double) sum.received(),
                "feed_items_stored", (double) sum.stored(),
                "feed_items_known", (double) sum.known(),
                "feed_items_discarded", (double) sum.discarded(),
                "tray_open", (double) inTray);
    }
}
