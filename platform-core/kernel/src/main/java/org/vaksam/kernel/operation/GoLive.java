package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Revision;

/** Background work stops in the old revision and begins in the new one. */
final class GoLive implements OperationStep<Replacement> {
    @Override
    public String id() {
        return "live";
    }

    @Override
    public Text title() {
        return new Text("I drift", "Go live");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text("Bakgrundsarbete flyttar till den nya revisionen", "Background work moves to the new revision");
    }

    @Override
    public Text apply(Replacement replacement) {
        replacement.old().ifPresent(Revision::goQuiet);
        replacement.next().goLive();
        return new Text(
                "Revision " + replacement.next().name() + " är i drift",
                "Revision " + replacement.next().name() + " is live");
    }
}
