package org.vaksam.web.http;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Names a request in answers, problems and the log. A client's own name is kept when it is short and harmless. */
public final class RequestIds {
    /** Header in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;
    private static final int SHORTEST = 8;

    private RequestIds() {}

    /** The name for a request whose header says this. */
    public static String of(@Nullable String given) {
        return given != null && harmless(given) ? given : fresh();
    }

    private static boolean harmless(String given) {
        int length = given.length();
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = given.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        return Long.toString(random.nextLong() & Long.MAX_VALUE, 36)
                + Long.toString(random.nextLong(1_000_000, 1_000_000_000), 36);
    }
}
