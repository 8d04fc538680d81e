package org.vaksam.kernel.operation;

import java.time.Duration;
import org.vaksam.api.text.Text;
import org.vaksam.spi.lease.Lease;

/** Gives requests on the old revision a moment to finish; nobody new gets in. */
final class Drain implements OperationStep<Undertaking> {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "drain";
    }

    @Override
    public Text title() {
        return new Text("Töm", "Drain");
    }

    @Override
    public Text describe(Undertaking undertaking) {
        return undertaking.old().isPresent()
                ? new Text(
                        "Pågående anrop avslutas på den gamla revisionen", "Requests under way end on the old revision")
                : Steps.nothingToDo();
    }

    @Override
    public Text apply(Undertaking undertaking) throws InterruptedException {
        if (undertaking.old().isEmpty()) {
            return Steps.nothingToDo();
        }
        Lease lease = undertaking.old().get().lease();
        return lease.drain(PATIENCE)
                ? new Text("Ingen använder den gamla revisionen", "Nobody uses the old revision")
                : new Text(
                        lease.count() + " anrop pågår än på den gamla revisionen",
                        lease.count() + " request(s) still run on the old revision");
    }
}
