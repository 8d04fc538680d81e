package org.vaksam.casework.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * So many at once, and one more after each pause: a bucket per key. Remembers a bounded number of keys, those seen last. In
 * memory, so each node counts by itself. Any thread.
 */
public final class Throttle {
    private record Bucket(double left, Instant at) {}

    private final Clock clock;
    private final int atOnce;
    private final Duration pause;
    private final Map<String, Bucket> buckets;

    /**
     * @param pause until one more is allowed
     * @param keys  so many are remembered
     */
    public Throttle(Clock clock, int atOnce, Duration pause, int keys) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.pause = pause;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /** Counts one; throws 429 when there have been too many. */
    public synchronized void take(String key) {
        Instant now = clock.instant();
        double left = left(key, now);
        if (left < 1) {
            buckets.put(key, new Bucket(left, now));
            throw tooMany(
                    pause.multipliedBy((long) Math.ceil((1 - left) * 1000)).dividedBy(1000));
        }
        buckets.put(key, new Bucket(left - 1, now));
    }

    /** The one that was counted last does not count after all. */
    public synchronized void giveBack(String key) {
        Instant now = clock.instant();
        buckets.put(key, new Bucket(Math.min(atOnce, left(key, now) + 1), now));
    }

    private double left(String key, Instant now) {
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            return atOnce;
        }
        double come = Math.max(0, (double) Duration.between(bucket.at(), now).toMillis() / pause.toMillis());
        return Math.min(atOnce, bucket.left() + come);
    }

    private static Problem tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(
                        "too-many-requests",
                        429,
                        new Text("För många på kort tid", "Too many in a short time"),
                        new Text(
                                "Det har kommit för mycket härifrån på kort tid. Försök igen om " + seconds
                                        + " sekunder.",
                                "Too much has come from here in a short time. Try again in " + seconds + " seconds."))
                .with("retryAfter", seconds)
                .withNext(new Text(
                        "Vänta en stund och försök igen. Är det bråttom, ring 112.",
                        "Wait a while and try again. If it is urgent, call 112."));
    }
}
