package org.vaksam.exchange.export;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.FileFolder;
import org.vaksam.exchange.RunState;
import org.vaksam.spi.casework.PersonalNotices;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordCubes;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordTables;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Units;

/** Takes orders for files, has them made, and keeps them for their owners for a while. */
@Component(service = Exports.class, immediate = true)
public final class Exports {
    private static final long LARGEST_FILE = 2L << 30;
    private static final long SPARE_DISK = 512L << 20;
    private static final int MOST_OPEN = 2;
    private static final int MOST_OPEN_ALTOGETHER = 50;
    private static final int MOST_KEPT = 20;
    private static final int LONGEST_NAME = 200;
    private static final Text INTERRUPTED = new Text(
            "Plattformen startades om innan filen var klar. Exportera igen.",
            "The platform was restarted before the file was ready. Export again.");

    private final ExportTable table;
    private final FileFolder folder;
    private final Contents contents;
    private final RecordTypes types;
    private final Services services;
    private final ExportWorkers workers;

    @Activate
    public Exports(
            @Reference ExchangeTables tables,
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference Authenticator authenticator,
            @Reference PersonalNotices notices,
            @Reference RecordSearch search,
            @Reference RecordCubes cubes,
            @Reference RecordTables rows,
            @Reference RecordTypes types,
            @Reference Units units,
            @Reference PdfDocuments pdf,
            @Reference Clock clock) {
        this(
                tables.database(),
                new FileFolder(
                        Path.of(System.getProperty("vaksam.data", "data"))
                                .toAbsolutePath()
                                .resolve("exports"),
                        Problems.room(LARGEST_FILE, SPARE_DISK)),
                new Contents(search, cubes, rows, types, new FilterWords(cubes, units), new Sinks(pdf), clock),
                new Services(transactions, journal, authenticator, notices, clock));
    }

    Exports(PlatformDatabase database, FileFolder folder, Contents contents, Services services) {
        this.table = new ExportTable(database);
        this.folder = folder;
        this.contents = contents;
        this.types = contents.types();
        this.services = services;
        this.workers = new ExportWorkers(table, folder, services);
        table.open().forEach(left -> table.update(left.failed(INTERRUPTED, now())));
        table.done().stream().filter(export -> !folder.has(export.id())).forEach(this::forget);
        folder.keepOnly(table.done().stream().map(Export::id).collect(Collectors.toSet()));
        sweep();
    }

    @Deactivate
    void close() throws InterruptedException {
        workers.close();
    }

    /** Has a file made; what is wrong with the order is said at once. */
    Export order(Order order) {
        String owner = owner(order.caller());
        Content content = contents.of(order);
        synchronized (this) {
            sweep();
            makeRoom(owner);
            String title = content.title();
            var export = new Export(
                    Ids.next(),
                    owner,
                    Sight.of(order.caller(), types),
                    title.substring(0, Math.min(LONGEST_NAME, title.length())),
                    order.subject(),
                    order.format(),
                    RunState.WAITING,
                    content.total(),
                    0,
                    0,
                    0,
                    now(),
                    Optional.empty(),
                    Optional.empty());
            table.add(export);
            workers.make(export, order, content);
            return export;
        }
    }

    /** Of this person, newest first. */
    List<Export> of(Caller caller) {
        return caller.account().stream()
                .flatMap(owner -> table.of(owner).stream())
                .filter(export -> !export.isExpired(services.clock().instant()))
                .map(workers::current)
                .toList();
    }

    /**
     * One of this person.
     *
     * @throws Problem 404
     */
    Export find(Caller caller, String id) {
        return table.find(id)
                .filter(export -> caller.account().equals(Optional.of(export.owner())))
                .filter(export -> !export.isExpired(services.clock().instant()))
                .map(workers::current)
                .orElseThrow(Problems::missing);
    }

    /** Cancels it when it is being made, and takes it away. */
    void remove(Caller caller, String id) {
        Export export = find(caller, id);
        workers.cancel(export.id());
        table.delete(export.id());
        folder.delete(export.id());
    }

    /**
     * Its file. That it was fetched is journalled.
     *
     * @throws Problem 409 while there is none, and when the person sees something else now
     */
    Path file(Caller caller, Export export) {
        if (export.state() != RunState.DONE) {
            throw Problems.notReady();
        }
        if (!export.sight().equals(Sight.of(caller, types))) {
            throw Problems.outdated();
        }
        services.journal()
                .append(new Journal.Entry(
                        "export.fetched", ExportWorkers.SUBJECT, export.id(), ExportWorkers.told(export)));
        return folder.path(export.id());
    }

    private void makeRoom(String owner) {
        List<Export> open = table.open();
        long own = open.stream().filter(export -> export.owner().equals(owner)).count();
        if (own >= MOST_OPEN) {
            throw Problems.busy(new Text(
                    "Du har redan " + own + " exporter på gång.", "You have " + own + " exports under way already."));
        }
        if (open.size() >= MOST_OPEN_ALTOGETHER) {
            throw Problems.busy(new Text(
                    "Det väntar redan " + open.size() + " exporter.",
                    "There are " + open.size() + " exports waiting already."));
        }
        table.of(owner).stream()
                .filter(export -> !export.state().isOpen())
                .skip(MOST_KEPT - 1)
                .forEach(this::forget);
    }

    /** Takes away what has been kept long enough. */
    private void sweep() {
        table.endedBefore(services.clock().instant().minus(Export.KEPT)).forEach(this::forget);
    }

    private void forget(Export export) {
        table.delete(export.id());
        folder.delete(export.id());
    }

    private Instant now() {
        return services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String owner(Caller caller) {
        return caller.account().orElseThrow(() -> Problem.forbidden("account"));
    }

    /** What making a file takes besides. */
    record Services(
            Transactions transactions,
            Journal journal,
            Authenticator authenticator,
            PersonalNotices notices,
            Clock clock) {}
}
