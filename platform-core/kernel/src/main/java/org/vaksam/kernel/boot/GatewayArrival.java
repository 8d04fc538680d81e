package org.vaksam.kernel.boot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.kernel.operation.Running;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.web.Gateway;

/** A gateway has come: what is live gets its addresses back. */
public final class GatewayArrival {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayArrival.class);

    private final Running running;

    public GatewayArrival(Running running) {
        this.running = running;
    }

    /** Opens and routes every live revision; one that is refused becomes dormant. */
    public void attach(Gateway gateway) {
        running.routes().use(gateway);
        for (Revision revision : running.live().all()) {
            try {
                running.routes().open(revision);
                running.routes().route(revision);
                LOG.info("{} has its addresses", revision);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} gets no addresses and goes dormant", revision, e);
                running.services().withdraw(revision.module());
                running.live().sleep(revision.module(), Refusal.explain(e));
                revision.lease().retire();
                running.disposal().dispose(revision);
            }
        }
    }
}
