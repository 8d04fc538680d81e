package org.vaksam.kernel.operation;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.Contributions;
import org.vaksam.spi.kernel.Contribution.Change;

/** Puts definitions, permissions and whatever else platform bundles do with a module in place. */
final class Contribute implements OperationStep<Replacement> {
    private final Contributions contributions;

    Contribute(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public String id() {
        return "contribute";
    }

    @Override
    public Text title() {
        return new Text("Definitioner och behörigheter", "Definitions and permissions");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text("Enligt planens ändringar", "According to the plan's changes");
    }

    @Override
    public Text apply(Replacement replacement) {
        List<Change> changes = contributions.apply(
                replacement.file().descriptor(), replacement.next().bundle());
        replacement.agreement().ifPresent(agreement -> agreement.checkChanges(changes));
        return new Text(changes.size() + " ändringar", changes.size() + " changes");
    }
}
