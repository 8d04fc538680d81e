package org.vaksam.kernel.operation;

import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.HealthChecks;
import org.vaksam.kernel.revision.Refusal;

/** Asks the new revision how it is, in the transaction that has changed the schema. */
final class CheckHealth implements OperationStep<Replacement> {
    private final HealthChecks checks;

    CheckHealth(HealthChecks checks) {
        this.checks = checks;
    }

    @Override
    public String id() {
        return "health";
    }

    @Override
    public Text title() {
        return new Text("Hälsokontroll", "Health check");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text(
                "Den nya revisionens egna kontroller, mot den nya databasen",
                "The new revision's own checks, on the new schema");
    }

    @Override
    public Text apply(Replacement replacement) {
        Health health = checks.worst(replacement.next());
        if (health.status() == Status.CRITICAL) {
            throw Refusal.of(
                    new Text(
                            "Den nya revisionen mår inte bra: "
                                    + health.message().sv() + ".",
                            "The new revision is not well: " + health.message().en() + "."),
                    new Text(
                            "Åtgärda orsaken och planera igen. Den förra revisionen är orörd.",
                            "Remove the cause and plan again. The former revision is untouched."));
        }
        return health.message();
    }
}
