package org.vaksam.spi.accounting;

import java.util.Optional;

/**
 * What a module is allowed; what is empty is not limited.
 *
 * @param concurrentRequests requests served at the same time, 1 to {@value #MOST_REQUESTS}; event streams do not count
 * @param statementSeconds   how long one statement may take, 1 to {@value #MOST_SECONDS}
 */
public record Limits(Optional<Integer> concurrentRequests, Optional<Integer> statementSeconds) {
    public static final int MOST_REQUESTS = 1000;
    public static final int MOST_SECONDS = 600;

    /** Everything is allowed. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
}
