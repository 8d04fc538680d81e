package org.vaksam.operations.accounting;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.spi.accounting.Limits;

/**
 * What a module has cost since the platform started.
 *
 * @param errors           answers with 5xx
 * @param refused          answers with 4xx, and requests beyond its limit
 * @param seconds          time of all requests together
 * @param p50              half of the requests took at most so many seconds
 * @param p99              as did 99 of 100
 * @param statementSeconds time in the database
 * @param schemaBytes      size of its own tables; empty when the database does not say in time
 */
public record AccountView(
        String module,
        Instant since,
        long requests,
        long errors,
        long refused,
        double seconds,
        double p50,
        double p99,
        double cpuSeconds,
        long allocatedBytes,
        long statements,
        double statementSeconds,
        Optional<Long> schemaBytes,
        Limits limits) {}
