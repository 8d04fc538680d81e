package org.vaksam.exchange.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.tray.TrayTable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.metrics.Figures;

/** Looks every second which feeds are due, runs a few of them at a time, and tells the figures of all. */
@Component(service = Figures.class, immediate = true)
public final class FeedWorker implements Figures {
    private static final Logger LOG = LoggerFactory.getLogger(FeedWorker.class);
    private static final int AT_ONCE = 3;
    /** In ticks, which are seconds. */
    private static final int FIGURES_EVERY = 10;

    private static final long FAREWELL_SECONDS = 10;

    private final PlatformDatabase database;
    private final Clock clock;
    private final Intake intake;
    private final FeedRun run;
    private long ticked;
    private volatile Map<String, Double> figures = Map.of();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(work -> thread(work, "vaksam-feeds"));
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> thread(work, "vaksam-feed"));

    @Activate
    public FeedWorker(
            @Reference ExchangeTables tables,
            @Reference Intake intake,
            @Reference Journal journal,
            @Reference Clock clock) {
        database = tables.database();
        this.intake = intake;
        this.clock = clock;
        var folders = Path.of(System.getProperty("vaksam.data", "data"))
                .toAbsolutePath()
                .resolve("feeds");
        var http = new HttpSource(Boolean.getBoolean("vaksam.feeds.private"));
        run = new FeedRun(database, intake, new FolderSource(folders, intake, clock), http, journal, clock);
        ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Lets what is under way end; the rest goes on at the next start. */
    @Deactivate
    void close() throws InterruptedException {
        ticks.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }

    @Override
    public Map<String, Double> now() {
        return figures;
    }

    private void tick() {
        try {
            List<FeedTable.Row> all = database.read(sql -> new FeedTable(sql).all());
            if (ticked++ % FIGURES_EVERY == 0) {
                long open = database.read(sql -> new TrayTable(sql).open());
                figures = FeedFigures.of(all, open);
            }
            Instant now = clock.instant();
            all.stream()
                    .filter(row -> row.isDue(now) && intake.reads(row.feed()))
                    .forEach(this::start);
        } catch (RuntimeException e) {
            LOG.error("The feeds that are due could not be found; it is tried again", e);
        }
    }

    private void start(FeedTable.Row row) {
        String id = row.feed().id();
        if (running.add(id)) {
            workers.execute(() -> work(id, row));
        }
    }

    private void work(String id, FeedTable.Row row) {
        try {
            run.run(row);
        } catch (RuntimeException e) {
            LOG.error("Feed {} could not be run; it is tried again", row.feed().name(), e);
        } finally {
            running.remove(id);
        }
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
