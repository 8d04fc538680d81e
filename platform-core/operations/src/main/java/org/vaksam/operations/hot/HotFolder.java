package org.vaksam.operations.hot;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.security.Authenticator;

/** Watches the folder {@code hot} on a thread of its own: wakes when the system says so, and looks now and then in any case. */
@Component(service = HotFolder.class, immediate = true)
public final class HotFolder {
    private static final Logger LOG = LoggerFactory.getLogger(HotFolder.class);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofMillis(400);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Authenticator authenticator;
    private final Arrivals arrivals;
    private final WatchService watch;
    private final Thread thread;
    private volatile boolean open = true;

    @Activate
    public HotFolder(@Reference Modules modules, @Reference Authenticator authenticator) throws IOException {
        this.authenticator = authenticator;
        Path folder = Path.of(System.getProperty("vaksam.data", "data"))
                .toAbsolutePath()
                .resolve("hot");
        arrivals = new Arrivals(folder, new Installation(modules, folder));
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        thread = new Thread(this::run, "vaksam-hot-folder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives an installation that is under way a moment to end. */
    @Deactivate
    public void close() throws IOException, InterruptedException {
        open = false;
        watch.close();
        thread.join(GOODBYE.toMillis());
    }

    private void run() {
        boolean pending = false;
        try (var bound = authenticator.bind(Caller.platform("hot folder"))) {
            while (open) {
                pending = look();
                await(pending ? BUSY : IDLE, pending);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The hot folder is no longer watched");
        }
    }

    private boolean look() {
        try {
            return arrivals.look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The hot folder could not be read; trying again", e);
            return false;
        }
    }

    /** While a file is arriving its events come thick and fast: then only time counts. */
    private void await(Duration time, boolean pending) throws InterruptedException {
        if (pending) {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        }
        WatchKey key = watch.poll(pending ? 0 : time.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }
}
