package org.vaksam.casework.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Lets each link be read thirty times in ten minutes, and links that do not exist three hundred times altogether. Any thread. */
@Component(service = FeedThrottle.class)
public final class FeedThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 30;
    private static final int MOST_UNKNOWN = 300;
    private static final int REMEMBERED = 10_000;
    private static final String UNKNOWN = "unknown";

    private record Count(Instant since, int reads) {}

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Activate
    public FeedThrottle(@Reference Clock clock) {
        this.clock = clock;
    }

    /** 429 when this link was read too often. */
    public void read(String secret) {
        count(Sha256.hex(secret), MOST);
    }

    /** 429 when too many links were tried that do not exist. */
    public void unknown() {
        count(UNKNOWN, MOST_UNKNOWN);
    }

    private synchronized void count(String key, int most) {
        Instant now = clock.instant();
        Count known = counts.get(key);
        boolean counts = known != null
                && !known.since().isAfter(now)
                && known.since().plus(WINDOW).isAfter(now);
        Count next = known != null && counts ? new Count(known.since(), known.reads() + 1) : new Count(now, 1);
        this.counts.put(key, next);
        if (next.reads() > most) {
            long seconds =
                    Math.max(1, Duration.between(now, next.since().plus(WINDOW)).toSeconds());
            throw Problem.of(
                            "too-many-requests",
                            429,
                            new Text("För ofta", "Too often"),
                            new Text(
                                    "Kalendern läses för ofta. Försök igen om " + seconds + " sekunder.",
                                    "The calendar is read too often. Try again in " + seconds + " seconds."))
                    .with("retryAfter", seconds);
        }
    }
}
