package org.vaksam.kernel.operation;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.kernel.registry.History;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.spi.kernel.Modules.Operation;

/** Carries an operation out and sees to its history, whichever way it went. */
public final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final StepRunner runner = new StepRunner();
    private final Steps steps;
    private final Registry registry;
    private final History history;
    private final Counters counters;

    public Execution(Steps steps, Registry registry, History history, Counters counters) {
        this.steps = steps;
        this.registry = registry;
        this.history = history;
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

    private <U extends Undertaking> Operation run(U undertaking, List<OperationStep<? super U>> todo) {
        Operation outcome = runner.run(undertaking, todo);
        counters.count(outcome);
        try {
            registry.reload();
            if (outcome.ok()) {
                history.complete(outcome);
            } else {
                history.append(outcome);
            }
        } catch (RuntimeException e) {
            LOG.error("The history of {} is incomplete", outcome.module(), e);
        }
        return outcome;
    }
}
