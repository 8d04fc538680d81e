package org.vaksam.kernel.operation;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.CrashPoint;
import org.vaksam.spi.kernel.Modules.Step;

/** Carries out one step, measures it and notes what it did. */
final class StepClock {
    private static final Logger LOG = LoggerFactory.getLogger(StepClock.class);

    private StepClock() {}

    static <U extends Undertaking> void run(OperationStep<? super U> step, U undertaking) throws Exception {
        CrashPoint.reach(step.id());
        long start = System.nanoTime();
        Optional<Step> outer =
                undertaking.enter(Optional.of(new Step(step.id(), step.title(), step.describe(undertaking), 0)));
        try {
            Text done = step.apply(undertaking);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            undertaking.steps().add(new Step(step.id(), step.title(), done, millis));
            LOG.info(
                    "{} {} {}: {} ({} ms)",
                    undertaking.kind().id(),
                    undertaking.module(),
                    step.id(),
                    done.en(),
                    millis);
        } finally {
            undertaking.enter(outer);
        }
    }
}
