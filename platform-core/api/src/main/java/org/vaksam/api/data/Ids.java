package org.vaksam.api.data;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keys: UUID version 7 (RFC 9562) as text of 36 characters. Any thread. Within a process each key sorts after the one before
 * it, also when the clock is set back; their order as text is their order in time.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Object LOCK = new Object();

    private static long last;

    private Ids() {}

    /** The next key. */
    public static String next() {
        long head = nextHead();
        long high = (head >>> COUNTER_BITS) << 16 | 0x7000L | (head & 0xFFF);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The smallest key of this time: every key made at or after it sorts at or after the result. */
    public static String floor(Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        return new UUID(millis << 16 | 0x7000L, 0x8000_0000_0000_0000L).toString();
    }

    /** Whether a text has the form of a key. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    private static long nextHead() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        synchronized (LOCK) {
            last = Math.max(now, last + 1);
            return last;
        }
    }
}
