package org.vaksam.kernel.probation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.web.GatewayMetrics;

/** How many requests to a module were answered, and how many of them with an error of ours, as its gateway counts. */
public final class Answers {
    /** A count of the moment. */
    record Count(long requests, long errors) {
        Count since(Count before) {
            return new Count(requests - before.requests, errors - before.errors);
        }
    }

    private volatile @Nullable GatewayMetrics gateway;

    /** The gateway that counts from now on. */
    public void use(GatewayMetrics metrics) {
        gateway = metrics;
    }

    /** It has gone. */
    public void leave(GatewayMetrics metrics) {
        if (gateway == metrics) {
            gateway = null;
        }
    }

    /** Nothing when no gateway counts. */
    Count of(String module) {
        return Optional.ofNullable(gateway).stream()
                .flatMap(metrics -> metrics.lines().stream())
                .filter(line -> line.module().equals(module))
                .map(line -> new Count(line.requests(), line.errors()))
                .findFirst()
                .orElse(new Count(0, 0));
    }
}
