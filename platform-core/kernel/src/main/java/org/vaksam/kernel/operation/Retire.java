package org.vaksam.kernel.operation;

import java.util.List;
import org.osgi.framework.Bundle;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Retirement;
import org.vaksam.kernel.revision.Revision;

/** Ends the old revision: its unit, its application and its bundle, and nobody else's. */
final class Retire implements OperationStep<Undertaking> {
    private final Retirement retirement;
    private final ModuleBundles bundles;

    Retire(Retirement retirement, ModuleBundles bundles) {
        this.retirement = retirement;
        this.bundles = bundles;
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
        return undertaking.old().map(this::describe).orElseGet(Steps::nothingToDo);
    }

    private Text describe(Revision old) {
        List<String> others = bundles.blastRadius(old.bundle()).stream()
                .map(Bundle::getSymbolicName)
                .toList();
        return others.isEmpty()
                ? new Text(
                        "Revision " + old.name() + " avslutas; inget annat startas om",
                        "Revision " + old.name() + " ends; nothing else is restarted")
                : new Text(
                        "Revision " + old.name() + " avslutas; också " + String.join(", ", others) + " startas om",
                        "Revision " + old.name() + " ends; " + String.join(", ", others) + " restart as well");
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
