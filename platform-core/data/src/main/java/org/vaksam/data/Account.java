package org.vaksam.data;

import java.util.concurrent.atomic.LongAdder;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;

/** What one module has cost the database, and what it is allowed. */
final class Account {
    private static final double NANOS = 1e9;

    private final String module;
    private final LongAdder statements = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private volatile Limits limits = Limits.NONE;

    Account(String module) {
        this.module = module;
    }

    void executed() {
        statements.increment();
    }

    void spent(long took) {
        nanos.add(took);
    }

    Limits limits() {
        return limits;
    }

    void limit(Limits now) {
        limits = now;
    }

    Accounting.Line line() {
        return new Accounting.Line(module, statements.sum(), nanos.sum() / NANOS);
    }
}
