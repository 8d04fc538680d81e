package org.vaksam.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Takes one file in, from where it stands to its end, batch by batch. Used on one thread. */
final class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final int BATCH = 500;
    private static final int ATTEMPTS = 6;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Text NOT_FOUND_YET = new Text(
            "Allt är sparat, men sökindexet har inte hunnit med än: listor och antal visar inte allt förrän det har det.",
            "All is stored, but the search index is still behind: lists and counts do not show all of it yet.");
    private static final Duration MODULE_PATIENCE = Duration.ofSeconds(5);

    private final FileFolder files;
    private final ItemSources sources;
    private final BatchStore store;
    private final Bell bell;
    private final PlatformServices platform;

    private ImportRun run;

    ImportJob(
            ImportRun run,
            FileFolder files,
            ItemSources sources,
            BatchStore store,
            Bell bell,
            PlatformServices platform) {
        this.run = run;
        this.files = files;
        this.sources = sources;
        this.store = store;
        this.bell = bell;
        this.platform = platform;
    }

    /** Returns when the import has ended, or the platform stops: then it goes on from there at the next start. */
    void work() throws InterruptedException {
        run = store.start(run);
        try (InputStream file = files.open(run.id());
                var counted = new CountedStream(file)) {
            takeIn(counted);
        } catch (NoSuchFileException e) {
            fail(new Text("Den mottagna filen finns inte längre.", "The received file is gone."));
        } catch (IOException e) {
            LOG.info("Import {} ends early: {}", run.id(), e.toString());
            fail(kept(UnreadableFile.reasonOf(e)));
        } catch (Problem e) {
            fail(kept(e.detail()));
        } catch (IllegalStateException e) {
            LOG.error("Import {} cannot go on", run.id(), e);
            fail(kept(new Text("Databasen tog inte emot posterna.", "The database did not accept the items.")));
        }
    }

    private void takeIn(CountedStream file) throws IOException, InterruptedException {
        Optional<List<String>> elements = elements();
        if (elements.isEmpty()) {
            return;
        }
        ItemSource items = sources.open(file, elements.get());
        items.skip(run.items());
        var batch = new ArrayList<Item>(BATCH);
        boolean more = true;
        while (more && !bell.isStopped()) {
            try {
                more = fill(batch, items);
            } catch (IOException e) {
                if (store(batch, file.count())) {
                    throw e;
                }
                return;
            }
            if (!store(batch, file.count())) {
                return;
            }
            batch.clear();
        }
        if (!more) {
            finish();
        }
    }

    /** The XML elements that its format calls items, as the live module says; empty when the platform stops before it is live. */
    private Optional<List<String>> elements() throws InterruptedException {
        Optional<ModuleDescriptor> module = platform.modules().descriptor(run.module());
        while (module.isEmpty() && !bell.isStopped()) {
            run = store.waitForModule(run);
            bell.await(MODULE_PATIENCE);
            module = platform.modules().descriptor(run.module());
        }
        return module.map(live -> live.imports().stream()
                .filter(format -> format.id().equals(run.formatId()))
                .findFirst()
                .map(ModuleDescriptor.ImportDeclaration::elements)
                .orElse(List.of()));
    }

    /** Done is what people find: the last phase waits for the read model, but not for ever. */
    private void finish() throws InterruptedException {
        long end = System.nanoTime() + platform.readModelPatience().toNanos();
        boolean found = platform.readModel().hasAll(LOOK_EVERY);
        while (!found && !bell.isStopped() && System.nanoTime() < end) {
            bell.await(LOOK_EVERY);
            found = platform.readModel().hasAll(LOOK_EVERY);
        }
        if (found) {
            run = store.end(run, RunState.DONE, Optional.empty());
        } else if (!bell.isStopped()) {
            run = store.end(run, RunState.DONE, Optional.of(NOT_FOUND_YET));
        }
    }

    private static boolean fill(List<Item> batch, ItemSource items) throws IOException {
        while (batch.size() < BATCH) {
            Optional<Item> item = items.next();
            if (item.isEmpty()) {
                return false;
            }
            batch.add(item.get());
        }
        return true;
    }

    /** False when the platform stops before it is stored. */
    private boolean store(List<Item> batch, long bytesRead) throws InterruptedException {
        if (batch.isEmpty()) {
            return true;
        }
        int failures = 0;
        while (!bell.isStopped()) {
            try {
                Optional<ImportRun> after = store.store(run, batch, bytesRead);
                if (after.isPresent()) {
                    run = after.get();
                    return true;
                }
                run = store.waitForModule(run);
                bell.await(MODULE_PATIENCE);
            } catch (RuntimeException e) {
                failures++;
                if (failures == ATTEMPTS || e instanceof Problem problem && problem.status() < 500) {
                    throw e instanceof Problem ? e : new IllegalStateException(e);
                }
                LOG.warn("Import {} tries its batch at item {} again", run.id(), run.items(), e);
                bell.await(Duration.ofSeconds(1L << failures));
            }
        }
        return false;
    }

    private Text kept(Text reason) {
        return new Text(
                reason.sv() + " De " + run.items() + " poster som redan har lästs är kvar.",
                reason.en() + " The " + run.items() + " items read before that are kept.");
    }

    private void fail(Text reason) {
        run = store.end(run, RunState.FAILED, Optional.of(reason));
    }
}
