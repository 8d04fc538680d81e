package org.vaksam.kernel.operation;

import java.time.Duration;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.Routes;
import org.vaksam.kernel.visibility.PublishedServices;

/** Nobody reaches the module any more; what is under way ends before its data are touched. */
final class Unroute implements OperationStep<Removal> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveTable live;
    private final Routes routes;
    private final PublishedServices services;

    Unroute(LiveTable live, Routes routes, PublishedServices services) {
        this.live = live;
        this.routes = routes;
        this.services = services;
    }

    @Override
    public String id() {
        return "unroute";
    }

    @Override
    public Text title() {
        return new Text("Stäng adresserna", "Close its addresses");
    }

    @Override
    public Text describe(Removal removal) {
        return new Text(
                "/api/" + removal.module() + " svarar inte längre", "/api/" + removal.module() + " answers no longer");
    }

    @Override
    public Text apply(Removal removal) throws InterruptedException {
        if (removal.old().isEmpty()) {
            return Steps.nothingToDo();
        }
        Revision old = removal.old().get();
        routes.unroute(removal.module());
        services.withdraw(removal.module());
        live.leave(removal.module());
        old.goQuiet();
        if (!old.lease().quiet(PATIENCE)) {
            throw Refusal.of(
                    new Text(
                            old.lease().count() + " anrop till modulen pågår fortfarande.",
                            old.lease().count() + " request(s) to the module are still under way."),
                    new Text("Försök igen när de är klara.", "Try again when they have ended."));
        }
        return describe(removal);
    }

    @Override
    public void undo(Removal removal) {
        removal.old().ifPresent(old -> {
            live.enter(old);
            old.goLive();
            services.publish(old);
            routes.route(old);
        });
    }
}
