package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.Routes;
import org.vaksam.kernel.visibility.PublishedServices;

/** From here on requests and service calls reach the new revision. */
final class Switch implements OperationStep<Replacement> {
    private final LiveTable live;
    private final Routes routes;
    private final PublishedServices services;

    Switch(LiveTable live, Routes routes, PublishedServices services) {
        this.live = live;
        this.routes = routes;
        this.services = services;
    }

    @Override
    public String id() {
        return "switch";
    }

    @Override
    public Text title() {
        return new Text("Växla", "Switch");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text(
                "Anrop till /api/" + replacement.module() + " går till den nya revisionen",
                "Requests to /api/" + replacement.module() + " go to the new revision");
    }

    @Override
    public Text apply(Replacement replacement) {
        Revision next = replacement.next();
        live.enter(next);
        services.publish(next);
        try {
            routes.route(next);
        } finally {
            routes.resume(next.module());
        }
        return describe(replacement);
    }
}
