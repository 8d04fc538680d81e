package org.vaksam.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.Records;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.security.Authenticator;

/** Receives files and has them imported, also after a restart. */
@Component(service = Imports.class, immediate = true)
public final class Imports {
    static final long LARGEST_FILE = 2L << 30;
    private static final long SPARE_DISK = 256L << 20;
    private static final Duration READ_MODEL_PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 50;
    private static final int LONGEST_NAME = 200;

    private final Formats formats;
    private final ImportRuns runs;
    private final ItemErrors errors;
    private final FileFolder files;
    private final ImportWorkers workers;
    private final AutoCloseable listening;

    @Activate
    public Imports(
            @Reference ExchangeTables tables,
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference Records records,
            @Reference Modules modules,
            @Reference LiveModules liveModules,
            @Reference Authenticator authenticator,
            @Reference SearchedReadModel readModel) {
        this(
                tables.database(),
                Path.of(System.getProperty("vaksam.data", "data"))
                        .toAbsolutePath()
                        .resolve("imports"),
                modules,
                new PlatformServices(
                        transactions, journal, records, liveModules, authenticator, readModel, READ_MODEL_PATIENCE));
    }

    Imports(PlatformDatabase database, Path folder, Modules modules, PlatformServices platform) {
        var json = new ObjectMapper();
        var bell = new Bell();
        var sources = new ItemSources(ReadingLimits.DEFAULT);
        formats = new Formats(modules);
        runs = new ImportRuns(database);
        errors = new ItemErrors(database, json);
        files = new FileFolder(folder, new FileFolder.Room(LARGEST_FILE, SPARE_DISK, Imports::tooLarge, Imports::full));
        var store = new BatchStore(runs, errors, files, platform, json, Clock.systemUTC());
        workers = new ImportWorkers(runs, run -> new ImportJob(run, files, sources, store, bell, platform), bell);
        listening = modules.listen(bell::ring);
        continueOpen();
    }

    @Deactivate
    void close() throws Exception {
        listening.close();
        workers.close();
    }

    List<Formats.Format> formats() {
        return formats.all();
    }

    Formats.Format format(String id) {
        return formats.get(id);
    }

    /** Takes the file in; when this returns it is on the disk and in the table, and will be imported whatever happens. */
    ImportRun receive(Formats.Format format, String name, Caller sender, InputStream body) {
        if (runs.open().size() >= MOST_WAITING) {
            throw tooMany();
        }
        String id = Ids.next();
        FileFolder.Stored file = files.store(id, body);
        try {
            Optional<ImportRun> same = underWay(format.id(), file.sha256());
            if (same.isPresent()) {
                files.delete(id);
                return same.get();
            }
            ImportRun run = received(id, format, name, sender, file);
            runs.add(run);
            workers.wake(format.id());
            return run;
        } catch (RuntimeException e) {
            files.delete(id);
            throw e;
        }
    }

    List<ImportRun> newest(int limit) {
        return runs.newest(limit);
    }

    Optional<ImportRun> find(String id) {
        return runs.find(id);
    }

    List<ItemError> errors(String run, long afterLine, int limit) {
        return errors.of(run, afterLine, limit);
    }

    private void continueOpen() {
        List<ImportRun> open = runs.open();
        files.keepOnly(open.stream().map(ImportRun::id).collect(Collectors.toSet()));
        open.forEach(run -> workers.wake(run.format()));
    }

    private Optional<ImportRun> underWay(String format, String sha256) {
        return runs.open().stream()
                .filter(run -> run.format().equals(format) && run.sha256().equals(sha256))
                .findFirst();
    }

    private static Problem tooLarge() {
        return Problem.of(
                "too-large",
                413,
                new Text("För stort", "Too large"),
                new Text(
                        "Filen får vara högst " + LARGEST_FILE + " byte.",
                        "The file may have at most " + LARGEST_FILE + " bytes."));
    }

    private static Problem full() {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Går inte just nu", "Not possible right now"),
                        new Text(
                                "Disken är nästan full. Filen har inte tagits emot.",
                                "The disk is almost full. The file was not accepted."))
                .withNext(new Text(
                        "Be driften frigöra utrymme och skicka filen igen.",
                        "Ask operations to free some space, then send the file again."));
    }

    private static ImportRun received(
            String id, Formats.Format format, String name, Caller sender, FileFolder.Stored file) {
        String shown = name.replaceAll("\\p{Cntrl}", " ").strip();
        return new ImportRun(
                id,
                format.id(),
                shown.substring(0, Math.min(shown.length(), LONGEST_NAME)),
                file.sha256(),
                format.permission(),
                RunState.WAITING,
                file.bytes(),
                0,
                0,
                0,
                0,
                0,
                sender.account(),
                sender.name(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Problem tooMany() {
        return Problem.of(
                        "too-many-requests",
                        429,
                        new Text("För mycket på gång", "Too much going on"),
                        new Text(
                                "Det väntar redan " + MOST_WAITING + " importer.",
                                "There are " + MOST_WAITING + " imports waiting already."))
                .withNext(new Text("Försök igen när några är klara.", "Try again when some of them are done."));
    }
}
