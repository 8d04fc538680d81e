package org.vaksam.front;

import jakarta.servlet.ServletConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The servlet's configuration, for those who need it before the HTTP service is up. */
final class Configured {
    private final Duration limit;
    private @Nullable ServletConfig config;

    Configured(Duration limit) {
        this.limit = limit;
    }

    synchronized void set(ServletConfig given) {
        config = given;
        notifyAll();
    }

    synchronized void clear() {
        config = null;
    }

    synchronized ServletConfig await() throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (config == null) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new IllegalStateException("The HTTP service did not come up within " + limit);
            }
            wait(millis);
        }
        return config;
    }
}
