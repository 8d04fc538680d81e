package org.vaksam.exchange.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/** Warns of feeds that do not work, and of those that are silent for longer than they should. */
@Component(property = "vaksam.name=feeds")
public final class FeedHealth implements HealthCheck {
    private static final int FAILURES = 3;
    private static final int MOST_NAMED = 5;

    private final Feeds feeds;
    private final Intake intake;
    private final Clock clock;

    @Activate
    public FeedHealth(@Reference Feeds feeds, @Reference Intake intake, @Reference Clock clock) {
        this.feeds = feeds;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Health check() {
        return of(feeds.all(), intake::reads, clock.instant());
    }

    /** @param reads whether the module that brings the format of a feed is running */
    static Health of(List<FeedTable.Row> all, Predicate<Feed> reads, Instant now) {
        var sv = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (FeedTable.Row row : all) {
            String name = row.feed().name();
            FeedState state = row.state();
            if (row.feed().enabled() && !reads.test(row.feed())) {
                sv.add(name + " väntar på modulen " + row.feed().module() + ", som inte är igång.");
                en.add(name + " waits for the module " + row.feed().module() + ", which is not running.");
            } else if (row.feed().enabled() && state.failures() >= FAILURES) {
                sv.add(name + " fungerar inte: " + state.failure().map(Text::sv).orElse(""));
                en.add(name + " does not work: " + state.failure().map(Text::en).orElse(""));
            } else if (row.feed().enabled() && isSilent(row, now)) {
                sv.add(name + " har varit tyst sedan " + since(row) + ".");
                en.add(name + " has been silent since " + since(row) + ".");
            }
        }
        if (sv.isEmpty()) {
            return Health.ok();
        }
        return new Health(Health.Status.WARN, new Text(joined(sv), joined(en)));
    }

    private static boolean isSilent(FeedTable.Row row, Instant now) {
        return row.feed()
                .silent()
                .filter(limit -> since(row).plus(limit).isBefore(now))
                .isPresent();
    }

    private static Instant since(FeedTable.Row row) {
        Instant settled = row.feed().updatedAt();
        return row.state().lastItem().filter(last -> last.isAfter(settled)).orElse(settled);
    }

    private static String joined(List<String> sentences) {
        return String.join(" ", sentences.subList(0, Math.min(MOST_NAMED, sentences.size())));
    }
}
