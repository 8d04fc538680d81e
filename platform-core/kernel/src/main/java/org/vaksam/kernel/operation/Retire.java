package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Retirement;

/** Ends the old revision: its unit, its application and its bundle, and nobody else's. */
final class Retire implements OperationStep<Undertaking> {
    private final Retirement retirement;

    Retire(Retirement retirement) {
        this.retirement = retirement;
    }

    @Override
    public String id() {
        return "retire";
    }

    @Override
    public Text title() {
        return new Text("Avveckla", "Retire");
    }

    @Override
    public Text describe(Undertaking undertaking) {
        return undertaking
                .old()
                .map(old -> new Text(
                        "Revision " + old.name() + " avslutas; inget annat startas om",
                        "Revision " + old.name() + " ends; nothing else is restarted"))
                .orElseGet(Steps::nothingToDo);
    }

    @Override
    public Text apply(Undertaking undertaking) {
        if (undertaking.old().isEmpty()) {
            return Steps.nothingToDo();
        }
        return retirement.retire(undertaking.old().get())
                ? new Text("Den gamla revisionen är borta", "The old revision is gone")
                : new Text(
                        "Den gamla revisionen avslutas när den sista har lämnat den",
                        "The old revision ends when the last one has left it");
    }
}
