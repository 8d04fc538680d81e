package org.vaksam.insight.analysis;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Lets so many pieces of work be done at the same time; who comes then waits a while for a place. */
final class Places {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Semaphore places;

    Places(int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * Does the work.
     *
     * @throws Problem 503 when no place became free
     */
    <T> T with(Supplier<T> work) {
        boolean taken = false;
        try {
            taken = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!taken) {
                throw busy();
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            if (taken) {
                places.release();
            }
        }
    }

    private static Problem busy() {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Inte tillgängligt just nu", "Not available right now"),
                        new Text(
                                "För många tabeller räknas samtidigt.",
                                "Too many tables are being counted at the same time."))
                .with("retryAfter", 5)
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }
}
