package org.vaksam.kernel.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.kernel.registry.Books;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Progress;

/** Carries an operation out, one at a time, and sees to its history, whichever way it went. */
public final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final StepRunner runner = new StepRunner();
    private final Steps steps;
    private final Books books;
    private final Counters counters;
    private volatile @Nullable Undertaking current;

    public Execution(Steps steps, Books books, Counters counters) {
        this.steps = steps;
        this.books = books;
        this.counters = counters;
    }

    /** Installs, updates or rolls back. */
    public Operation of(Replacement replacement) {
        return run(replacement, steps.replacement());
    }

    /** Uninstalls. */
    public Operation of(Removal removal) {
        return run(removal, steps.removal());
    }

    /** How far the one under way is. Any thread. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(current).map(Undertaking::progress);
    }

    private <U extends Undertaking> Operation run(U undertaking, List<OperationStep<? super U>> todo) {
        current = undertaking;
        try {
            return noted(runner.run(undertaking, todo));
        } finally {
            current = null;
        }
    }

    private Operation noted(Operation outcome) {
        counters.count(outcome);
        try {
            books.reload();
            if (outcome.ok()) {
                books.history().complete(outcome);
            } else {
                books.history().append(outcome);
            }
        } catch (RuntimeException e) {
            LOG.error("The history of {} is incomplete", outcome.module(), e);
        }
        return outcome;
    }
}
