package org.vaksam.operations.modules;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Operation;

/** Says to REST clients how an operation ended. */
final class Outcomes {
    private static final Text NO_REASON = new Text("Orsaken står i loggen.", "The reason is in the log.");

    private Outcomes() {}

    /** The operation, or the problem (422) that it was undone for. */
    static Operation orProblem(Operation operation) {
        if (operation.ok()) {
            return operation;
        }
        return fail(operation);
    }

    private static Operation fail(Operation operation) {
        throw Problem.of(
                        "invalid",
                        422,
                        new Text("Åtgärden gjordes ogjord", "The operation was undone"),
                        operation.failure().orElse(NO_REASON))
                .with("operation", operation)
                .withNext(new Text(
                        "Allt är som det var. Rätta modulen och försök igen.",
                        "Everything is as it was. Correct the module and try again."));
    }
}
