package org.vaksam.security.password;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes and checks passwords, two at a time: each takes 19 MiB and a good part of a second, and strangers may ask for it.
 * Whoever does not get a turn soon is asked to come back (429).
 */
@Component(service = PasswordHasher.class)
public final class PasswordHasher {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final String unmatchable = Argon2.unmatchable();

    @Activate
    public PasswordHasher() {}

    /** The hash to store. */
    public String hash(String password) {
        return inTurn(() -> Argon2.hash(password));
    }

    /** Whether the password fits; takes the same time when there is no hash at all. Call it {@link #inTurn}. */
    boolean matches(String password, Optional<String> hash) {
        return Argon2.matches(password, hash.orElse(unmatchable)) && hash.isPresent();
    }

    /** Runs the work when it is its turn. */
    <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            boolean mine = waiting.incrementAndGet() <= WAITING
                    && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw TooMany.comeBackIn(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooMany.comeBackIn(PATIENCE);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
