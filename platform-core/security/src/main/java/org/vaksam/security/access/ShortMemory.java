package org.vaksam.security.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Remembers what was read for a short while. After {@link #forget} nothing that was read before it is ever answered, also not
 * by a reader that was under way at that moment.
 */
public final class ShortMemory<K, V> {
    private record Remembered<V>(V value, long until) {}

    private final Map<K, Remembered<V>> remembered = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final long nanos;
    private final int limit;
    private final LongSupplier clock;

    public ShortMemory(Duration time, int limit) {
        this(time, limit, System::nanoTime);
    }

    ShortMemory(Duration time, int limit, LongSupplier clock) {
        this.nanos = time.toNanos();
        this.limit = limit;
        this.clock = clock;
    }

    /** What is remembered, or else what the reader finds; absence is not remembered. */
    public Optional<V> get(K key, Function<K, Optional<V>> reader) {
        Remembered<V> known = remembered.get(key);
        if (known != null && known.until() - clock.getAsLong() > 0) {
            return Optional.of(known.value());
        }
        long before = generation.get();
        Optional<V> found = reader.apply(key);
        found.ifPresent(value -> keep(key, value, before));
        return found;
    }

    /** Everything is read anew from now on. */
    public void forget() {
        generation.incrementAndGet();
        remembered.clear();
    }

    private void keep(K key, V value, long before) {
        if (remembered.size() >= limit) {
            remembered.clear();
        }
        var fresh = new Remembered<>(value, clock.getAsLong() + nanos);
        remembered.put(key, fresh);
        if (generation.get() != before) {
            remembered.remove(key, fresh);
        }
    }
}
