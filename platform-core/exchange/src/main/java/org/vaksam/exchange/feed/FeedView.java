package org.vaksam.exchange.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units;

/**
 * A feed, as it is shown.
 *
 * @param unit       code of the unit for records that name none
 * @param lastItemAt when something new came last
 * @param failures   how often in a row it has not worked, the last time because of {@code failure}
 */
public record FeedView(
        String id,
        String name,
        String format,
        String source,
        Optional<String> folder,
        Optional<String> address,
        long everySeconds,
        Optional<Long> silentSeconds,
        boolean enabled,
        Optional<String> unit,
        int version,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> nextRunAt,
        Optional<Instant> lastRunAt,
        Optional<Instant> lastSuccessAt,
        Optional<Instant> lastItemAt,
        int failures,
        Optional<Text> failure,
        FeedState.Counts counts) {

    static FeedView of(FeedTable.Row row, Units units) {
        Feed feed = row.feed();
        FeedState state = row.state();
        boolean runs = feed.enabled() && feed.source() != Feed.Source.REST;
        return new FeedView(
                feed.id(),
                feed.name(),
                feed.format(),
                feed.source().id(),
                feed.folder(),
                feed.address(),
                feed.every().toSeconds(),
                feed.silent().map(Duration::toSeconds),
                feed.enabled(),
                feed.unit().map(id -> units.find(id).map(Units.Unit::code).orElse(id)),
                feed.version(),
                feed.createdAt(),
                feed.updatedAt(),
                runs ? Optional.of(state.nextRun()) : Optional.empty(),
                state.lastRun(),
                state.lastSuccess(),
                state.lastItem(),
                state.failures(),
                state.failure(),
                state.counts());
    }
}
