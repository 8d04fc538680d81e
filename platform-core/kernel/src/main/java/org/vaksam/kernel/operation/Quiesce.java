package org.vaksam.kernel.operation;

import java.time.Duration;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Routes;

/** Lets new requests of the module wait for a moment, so that none of them meets the migration half-way. */
final class Quiesce implements OperationStep<Replacement> {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Routes routes;

    Quiesce(Routes routes) {
        this.routes = routes;
    }

    @Override
    public String id() {
        return "quiesce";
    }

    @Override
    public Text title() {
        return new Text("Låt vänta", "Quiesce");
    }

    @Override
    public Text describe(Replacement replacement) {
        return replacement.old().isPresent()
                ? new Text("Nya anrop väntar en stund; inget avbryts", "New requests wait a moment; none is cut off")
                : Steps.nothingToDo();
    }

    @Override
    public Text apply(Replacement replacement) throws InterruptedException {
        if (replacement.old().isEmpty()) {
            return Steps.nothingToDo();
        }
        routes.hold(replacement.module());
        if (replacement.old().get().lease().quiet(PATIENCE)) {
            return new Text("Inget anrop pågår", "No request is under way");
        }
        routes.resume(replacement.module());
        return new Text(
                "Långa anrop pågår; fortsätter utan att någon väntar",
                "Long requests are under way; going on without anybody waiting");
    }

    @Override
    public void undo(Replacement replacement) {
        routes.resume(replacement.module());
    }
}
