package org.vaksam.security.password;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Pauses after failed attempts: none for the first four, five seconds after the fifth, twice as long after each further one, at
 * most a quarter of an hour. A success, or half an hour without failures, ends it.
 */
@Component(service = LockOut.class)
public final class LockOut {
    private static final int FREE_FAILURES = 4;
    private static final int DOUBLINGS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int REMEMBERED = 20_000;

    private record Failures(int count, Instant last, Instant until) {
        static Failures at(Instant now, int count) {
            return new Failures(count, now, now.plus(pauseAfter(count)));
        }

        /** A pause longer than any begins anew: the clock was wrong when it was set. */
        Failures by(Instant now) {
            return until.isAfter(now.plus(LONGEST_PAUSE)) ? at(now, count) : this;
        }
    }

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Activate
    public LockOut(@Reference Clock clock) {
        this.clock = clock;
    }

    /** Refuses (429) while any of these keys is in a pause. */
    public synchronized void check(List<String> keys) {
        Instant now = clock.instant();
        keys.forEach(key -> failures.computeIfPresent(key, (same, failed) -> failed.by(now)));
        for (String key : keys) {
            Failures known = failures.get(key);
            if (known != null && known.until().isAfter(now)) {
                throw TooMany.comeBackIn(Duration.between(now, known.until()));
            }
        }
    }

    /** An attempt that counts as failed until {@link #succeeded} says otherwise: many at once get no further than one by one. */
    public synchronized void attempt(List<String> keys) {
        check(keys);
        failed(keys);
    }

    /** One more failure for each of these keys. */
    public synchronized void failed(List<String> keys) {
        Instant now = clock.instant();
        for (String key : keys) {
            Failures known = failures.get(key);
            boolean counts = known != null && known.last().plus(FORGOTTEN_AFTER).isAfter(now);
            int count = known != null && counts ? known.count() + 1 : 1;
            failures.put(key, Failures.at(now, count));
        }
    }

    /** All is well again for these keys. */
    public synchronized void succeeded(List<String> keys) {
        keys.forEach(failures::remove);
    }

    private static Duration pauseAfter(int count) {
        if (count <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - FREE_FAILURES - 1, DOUBLINGS);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
