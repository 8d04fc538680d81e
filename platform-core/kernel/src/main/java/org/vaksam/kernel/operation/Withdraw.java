package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.Contributions;

/** Puts definitions and permissions of the module to sleep, or removes them. */
final class Withdraw implements OperationStep<Removal> {
    private final Contributions contributions;

    Withdraw(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public String id() {
        return "withdraw";
    }

    @Override
    public Text title() {
        return new Text("Definitioner och behörigheter", "Definitions and permissions");
    }

    @Override
    public Text describe(Removal removal) {
        return removal.removesData()
                ? new Text("Tas bort", "Are removed")
                : new Text("Vilar tills modulen kommer tillbaka", "Sleep until the module comes back");
    }

    @Override
    public Text apply(Removal removal) {
        int changes = contributions
                .remove(removal.descriptor(), removal.removesData())
                .size();
        return new Text(changes + " ändringar", changes + " changes");
    }
}
