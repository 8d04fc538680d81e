package org.vaksam.insight.index;

import java.time.Duration;
import java.util.Optional;

/** Which index answers now, if any. */
final class Stage {
    private Optional<Serving> serving = Optional.empty();

    synchronized Optional<Serving> now() {
        return serving;
    }

    /** The one that answers, waiting for it. */
    synchronized Optional<Serving> await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (serving.isEmpty()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return serving;
    }

    /** Another one answers from now on; returns the one before. */
    synchronized Optional<Serving> replace(Optional<Serving> next) {
        Optional<Serving> before = serving;
        serving = next;
        notifyAll();
        return before;
    }

    /** This one answers no longer; false when it did not anyway. */
    synchronized boolean clear(Serving broken) {
        boolean was = serving.filter(now -> now == broken).isPresent();
        if (was) {
            serving = Optional.empty();
        }
        return was;
    }
}
