package org.vaksam.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.journal.chain.Link;
import org.vaksam.journal.head.Heads;
import org.vaksam.spi.data.PlatformDatabase;

/** Signs the head of the journal once a second while entries come, and at the end: what this node has sealed itself, from memory. */
@Component(service = HeadSigner.class, immediate = true)
public final class HeadSigner {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSigner.class);
    private static final long INTERVAL_MILLIS = 1_000;

    private final Sealer sealer;
    private final Heads heads;
    private final Thread thread = new Thread(this::run, "vaksam-journal-heads");
    private Link signed = Link.START;
    private boolean stopped;
    private volatile boolean failing;

    @Activate
    public HeadSigner(BundleContext context, @Reference PlatformDatabase database, @Reference Sealer sealer) {
        this(Path.of(Objects.requireNonNull(context.getProperty("vaksam.data"), "vaksam.data")), database, sealer);
    }

    HeadSigner(Path data, PlatformDatabase database, Sealer sealer) {
        this.sealer = sealer;
        this.heads = new Heads(data.resolve("journal"), database);
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.join(5_000);
    }

    public Heads heads() {
        return heads;
    }

    /** Whether heads cannot be signed at the moment; the log says why. */
    boolean failing() {
        return failing;
    }

    /** Signs at once what was sealed since the last time. */
    synchronized void sign() {
        Link head = sealer.head();
        try {
            heads.open();
            if (head.position() > signed.position()) {
                heads.sign(head);
                signed = head;
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                LOG.warn("The head of the journal cannot be signed; it is tried again every second", e);
            }
            failing = true;
        }
    }

    private synchronized void run() {
        try {
            while (!stopped) {
                sign();
                wait(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sign();
    }
}
