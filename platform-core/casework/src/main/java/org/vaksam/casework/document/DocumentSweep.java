package org.vaksam.casework.document;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.DocumentTable;

/** Removes, now and then, uploads that found no record within a day, documents whose record is gone, and content nobody has. */
@Component(service = DocumentSweep.class, immediate = true)
public final class DocumentSweep {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentSweep.class);

    private final DocumentTable documents;
    private final ContentTable contents;
    private final Clock clock;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-document-sweep");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DocumentSweep(@Reference DocumentTable documents, @Reference ContentTable contents, @Reference Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.clock = clock;
        sweeper.scheduleWithFixedDelay(this::sweepQuietly, 3, 10, TimeUnit.MINUTES);
    }

    /** Returns how many documents and how many contents went. */
    int sweep() {
        return documents.tidy(clock.instant()) + contents.sweep();
    }

    @Deactivate
    public void close() {
        sweeper.shutdownNow();
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("Documents that nobody has could not be removed; tried again later", e);
        }
    }
}
