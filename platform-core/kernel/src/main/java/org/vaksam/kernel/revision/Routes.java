package org.vaksam.kernel.revision;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.web.Gateway;

/** The gateway while there is one. Without it modules run all the same, only nobody reaches them by address. */
public final class Routes {
    private volatile @Nullable Gateway gateway;

    /** From now on this gateway is used; what was opened with another one is to be opened anew. */
    public void use(Gateway arrived) {
        gateway = arrived;
    }

    /** This gateway is gone; does nothing when another has taken over already. */
    public void leave(Gateway gone) {
        if (gone.equals(gateway)) {
            gateway = null;
        }
    }

    /** Builds the endpoint, reachable for nobody yet. */
    public void open(Revision revision) {
        revision.forgetEndpoint();
        with(present -> revision.hold(
                present.open(revision.module(), revision.name(), revision.lease(), revision.resources())));
    }

    /** From now on requests go to this revision. */
    public void route(Revision revision) {
        with(present -> revision.endpoint().ifPresent(endpoint -> present.route(revision.module(), endpoint)));
    }

    /** Nobody answers for this module any more. */
    public void unroute(String module) {
        with(present -> present.unroute(module));
    }

    /** New requests of this module wait. */
    public void hold(String module) {
        with(present -> present.hold(module));
    }

    /** Ends {@link #hold}. */
    public void resume(String module) {
        with(present -> present.resume(module));
    }

    private void with(Consumer<Gateway> work) {
        Gateway present = gateway;
        if (present != null) {
            work.accept(present);
        }
    }
}
