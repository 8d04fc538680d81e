package org.vaksam.kernel.revision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.data.PersistenceUnits.Unit;
import org.vaksam.spi.web.Gateway.Endpoint;

/** The end of a revision: everything held for it is let go of, each part even when an earlier one fails. */
public final class Disposal {
    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);

    /** One part of the end. */
    private interface Part {
        void run() throws Exception;
    }

    private final ModuleBundles bundles;
    private final ForeignCode foreign;

    public Disposal(ModuleBundles bundles, ForeignCode foreign) {
        this.bundles = bundles;
        this.foreign = foreign;
    }

    /** Stops it and removes its bundle; the second time nothing happens. */
    public void dispose(Revision revision) {
        if (revision.end()) {
            foreign.end(revision, () -> {
                stop(revision);
                attempt(revision, () -> bundles.remove(revision.bundle()));
            });
        }
    }

    /** Stops it; the bundle stays installed for whoever comes next. */
    public void release(Revision revision) {
        if (revision.end()) {
            stop(revision);
        }
    }

    private void stop(Revision revision) {
        attempt(revision, revision::goQuiet);
        attempt(revision, revision.services()::close);
        attempt(revision, () -> revision.endpoint().ifPresent(Endpoint::close));
        attempt(revision, () -> bundles.stop(revision.bundle()));
        attempt(revision, () -> revision.unit().ifPresent(Unit::close));
        revision.forgetEndpoint();
    }

    private static void attempt(Revision revision, Part part) {
        try {
            part.run();
        } catch (Exception | LinkageError e) {
            LOG.warn("A part of {} did not end well", revision, e);
        }
    }
}
