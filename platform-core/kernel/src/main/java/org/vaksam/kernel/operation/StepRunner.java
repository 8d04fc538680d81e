package org.vaksam.kernel.operation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;

/**
 * Carries out steps in order. A failure before the commit undoes them in reverse order, the failing one included; after the
 * commit the new state is the truth, so a failure is noted and the remaining steps still run.
 */
public final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    /** The outcome; {@code ok} is false when everything was undone. */
    public <U extends Undertaking> Operation run(U undertaking, List<? extends OperationStep<? super U>> steps) {
        Deque<OperationStep<? super U>> begun = new ArrayDeque<>();
        for (OperationStep<? super U> step : steps) {
            begun.push(step);
            Optional<Text> failure = attempt(undertaking, step);
            if (failure.isPresent() && !undertaking.isCommitted()) {
                begun.forEach(each -> undo(undertaking, each));
                return undertaking.outcome(failure);
            }
        }
        return undertaking.outcome(Optional.empty());
    }

    /** A module's code may throw anything, {@code NoClassDefFoundError} included. */
    private static <U extends Undertaking> Optional<Text> attempt(U undertaking, OperationStep<? super U> step) {
        try {
            StepClock.run(step, undertaking);
            return Optional.empty();
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("Step {} of {} failed", step.id(), undertaking.module(), failure);
            Text words = Refusal.explain(failure);
            undertaking.steps().add(new Step(step.id(), step.title(), words, 0));
            return Optional.of(words);
        }
    }

    static <U extends Undertaking> void undo(U undertaking, OperationStep<? super U> step) {
        try {
            step.undo(undertaking);
        } catch (Exception | LinkageError failure) {
            LOG.error("Step {} of {} could not be undone", step.id(), undertaking.module(), failure);
        }
    }
}
