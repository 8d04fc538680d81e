package org.vaksam.exchange.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.FileFolder;
import org.vaksam.exchange.RunState;
import org.vaksam.exchange.export.Content.Cancelled;
import org.vaksam.exchange.export.Exports.Services;
import org.vaksam.spi.security.Authenticator;

/** Makes files on two threads, in the order in which they were asked for, each with the eyes of its owner. */
final class ExportWorkers {
    static final String SUBJECT = "export";

    private static final Logger LOG = LoggerFactory.getLogger(ExportWorkers.class);
    private static final int THREADS = 2;
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    /** Whoever waited so long has turned to something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Text STOPPED = new Text(
            "Plattformen stoppades innan filen var klar. Exportera igen.",
            "The platform was stopped before the file was ready. Export again.");
    private static final Text BROKEN = new Text("Filen gick inte att göra.", "The file could not be made.");

    private final ExportTable table;
    private final FileFolder folder;
    private final Services services;
    private final ExecutorService threads;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private volatile boolean isStopped;

    ExportWorkers(ExportTable table, FileFolder folder, Services services) {
        this.table = table;
        this.folder = folder;
        this.services = services;
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "vaksam-export-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A file that is being made. */
    private static final class Job {
        private volatile long rows;
        private volatile boolean isCancelled;
    }

    void make(Export export, Order order, Content content) {
        var job = new Job();
        jobs.put(export.id(), job);
        threads.execute(() -> {
            try {
                work(export, order, content, job);
            } finally {
                jobs.remove(export.id());
            }
        });
    }

    /** The same, as far as it has come. */
    Export current(Export export) {
        Job job = jobs.get(export.id());
        return job == null || export.state() != RunState.RUNNING ? export : export.at(job.rows);
    }

    void cancel(String id) {
        Optional.ofNullable(jobs.get(id)).ifPresent(job -> job.isCancelled = true);
    }

    /** What is being made ends as failed. */
    void close() throws InterruptedException {
        isStopped = true;
        threads.shutdown();
        threads.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the journal is told of every file. */
    static Map<String, Object> told(Export export) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", export.name());
        told.put("of", export.subject().name().toLowerCase(Locale.ROOT));
        told.put("format", export.format().id());
        told.put("rows", export.rows());
        return told;
    }

    private void work(Export export, Order order, Content content, Job job) {
        Export running = export.running();
        if (job.isCancelled || !table.update(running)) {
            return;
        }
        try (Authenticator.Binding bound = services.authenticator().bind(order.caller())) {
            Export.Written written = folder.make(export.id(), out -> content.write(out, rows -> progress(job, rows)));
            done(running, order, content, written);
        } catch (Cancelled e) {
            if (!job.isCancelled) {
                fail(running, STOPPED);
            }
        } catch (Problem e) {
            fail(running, e.detail());
        } catch (IOException | RuntimeException e) {
            LOG.error("Export {} cannot be made", export.id(), e);
            fail(running, BROKEN);
        }
        tell(export);
    }

    private void progress(Job job, long rows) {
        job.rows = rows;
        if (job.isCancelled || isStopped) {
            throw new Cancelled();
        }
    }

    private void done(Export running, Order order, Content content, Export.Written written) throws IOException {
        Export done = running.done(written, folder.size(running.id()), now());
        boolean isWanted = services.transactions().required(() -> {
            boolean stored = table.update(done);
            if (stored) {
                services.journal().append(entry(done, order, content));
            }
            return stored;
        });
        if (!isWanted) {
            folder.delete(running.id());
        }
    }

    private static Journal.Entry entry(Export done, Order order, Content content) {
        var data = new HashMap<>(told(done));
        data.put("parameters", order.parameters());
        data.put("columns", content.columns());
        return new Journal.Entry("export.made", SUBJECT, done.id(), data);
    }

    private void fail(Export running, Text why) {
        folder.delete(running.id());
        table.update(running.failed(why, now()));
    }

    /** Outside of the binding: nobody is told of what they did themselves. */
    private void tell(Export asked) {
        table.find(asked.id())
                .filter(export -> export.finishedAt()
                        .filter(end -> end.isAfter(asked.createdAt().plus(PATIENCE)))
                        .isPresent())
                .ifPresent(export -> services.notices()
                        .tell(
                                export.owner(),
                                "system",
                                export.state() == RunState.DONE ? "export-ready" : "export-failed",
                                Map.of("name", export.name())));
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
