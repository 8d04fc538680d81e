package org.vaksam.casework.document.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.text.TextTable.Holder;
import org.vaksam.casework.document.text.TextTable.Text;
import org.vaksam.casework.document.text.TextTable.Unread;
import org.vaksam.casework.document.type.FileType;

/**
 * Reads the text of stored files in the background, one at a time. First the text is stored, then the journal of each record
 * that has the file tells of it, so that a search that follows the journal finds the text: whoever attaches the file to a
 * record in between writes an entry of their own after the text was stored.
 */
@Component(service = TextReading.class, immediate = true)
public final class TextReading {
    private static final Logger LOG = LoggerFactory.getLogger(TextReading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Set<FileType> KINDS = EnumSet.of(
            FileType.PDF,
            FileType.DOCX,
            FileType.XLSX,
            FileType.PPTX,
            FileType.ODT,
            FileType.ODS,
            FileType.ODP,
            FileType.TEXT);

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private final TextTable table;
    private final ContentTable contents;
    private final Journal journal;
    private final TextProcess process;
    private final Path folder;
    private volatile long retryAt = System.nanoTime();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var worker = new Thread(work, "vaksam-document-text");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        return worker;
    });

    @Activate
    public TextReading(
            BundleContext context,
            @Reference TextTable table,
            @Reference ContentTable contents,
            @Reference Journal journal) {
        this(
                table,
                contents,
                journal,
                folder(),
                ChildClasses.writtenTo(folder().resolve("classes"), context.getBundle()),
                PATIENCE);
        thread.scheduleWithFixedDelay(this::workQuietly, 2, 2, TimeUnit.SECONDS);
    }

    TextReading(
            TextTable table, ContentTable contents, Journal journal, Path folder, String classPath, Duration patience) {
        this.table = table;
        this.contents = contents;
        this.journal = journal;
        this.folder = folder;
        this.process = new TextProcess(classPath, folder, patience);
    }

    @Deactivate
    public void close() {
        thread.shutdownNow();
    }

    /** Reads everything that waits. */
    void work() throws IOException, InterruptedException {
        tell();
        for (Optional<Unread> next = table.unread(); next.isPresent(); next = table.unread()) {
            table.store(next.get().sha256(), read(next.get()));
            tell();
        }
    }

    private void workQuietly() {
        try {
            if (System.nanoTime() - retryAt >= 0) {
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The text of a document could not be read; tried again in {} minutes", PAUSE.toMinutes(), e);
            retryAt = System.nanoTime() + PAUSE.toNanos();
        }
    }

    private Text read(Unread unread) throws IOException, InterruptedException {
        Optional<FileType> type = FileType.of(unread.mediaType()).filter(KINDS::contains);
        if (type.isEmpty()) {
            return new Text(TextState.UNSUPPORTED, "");
        }
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "text-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                contents.copy(unread.sha256(), unread.bytes(), out);
            }
            Text text = process.read(file, type.get());
            return new Text(text.state(), text.text().replace("\u0000", " "));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void tell() {
        for (String sha256 : table.untold()) {
            boolean says =
                    table.of(sha256).filter(text -> !text.text().isEmpty()).isPresent();
            if (says) {
                table.holders(sha256).forEach(this::tell);
            }
            table.told(sha256);
        }
    }

    private void tell(Holder holder) {
        Map<String, Object> data = Map.of("document", holder.document(), "file", holder.file());
        journal.append(new Journal.Entry("document.text-read", holder.type(), holder.record(), data));
    }

    private static Path folder() {
        return Path.of(System.getProperty("vaksam.data", "data"))
                .toAbsolutePath()
                .resolve("run")
                .resolve("text");
    }
}
