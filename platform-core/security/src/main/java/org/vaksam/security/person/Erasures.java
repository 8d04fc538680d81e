package org.vaksam.security.person;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.person.ErasureTable.Erasure;
import org.vaksam.security.person.ErasureTable.Line;
import org.vaksam.security.person.Findings.Part;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.privacy.PersonalData.Outcome;

/** Carries out confirmed erasures, each place in a transaction; goes on where it was when the platform died. */
@Component(service = Erasures.class)
public final class Erasures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int SECONDS_BETWEEN = 5;
    private static final String SUBJECT = "person-erasure";

    private final SecurityTables tables;
    private final PersonSearch search;
    private final PersonInput input;
    private final Journal journal;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-person-erasure");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Erasures(
            @Reference SecurityTables tables,
            @Reference PersonSearch search,
            @Reference PersonInput input,
            @Reference Journal journal) {
        this.tables = tables;
        this.search = search;
        this.input = input;
        this.journal = journal;
        worker.scheduleWithFixedDelay(this::workQuietly, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /**
     * Confirms what was found: exactly that is erased, in the background.
     *
     * @param leave ids of places that stay
     */
    Erasure start(Person person, String hash, Set<String> leave, Caller caller) {
        Findings findings = search.find(person);
        if (!findings.hash().equals(hash)) {
            throw conflict(
                    new Text("Det som hittades gäller inte längre.", "What was found does not hold any more."),
                    new Text("Sök på nytt och bekräfta det.", "Search again and confirm it."));
        }
        List<Line> lines = lines(findings, leave);
        if (lines.isEmpty()) {
            throw conflict(
                    new Text("Det finns inget att radera.", "There is nothing to erase."),
                    new Text("Välj minst ett ställe.", "Choose at least one place."));
        }
        var erasure = new Erasure(Ids.next(), input.fingerprint(person), caller.name(), now(), Optional.empty());
        tables.write(sql -> {
            var table = new ErasureTable(sql);
            if (table.open().isPresent()) {
                throw conflict(
                        new Text("En radering pågår redan.", "Somebody is being erased already."),
                        new Text("Vänta tills den är klar.", "Wait until that is done."));
            }
            table.insert(erasure, person, lines);
            return journal.append(new Journal.Entry(
                    "person.erasure-started",
                    SUBJECT,
                    erasure.id(),
                    Map.of("fingerprint", erasure.fingerprint(), "places", lines.size())));
        });
        worker.execute(this::workQuietly);
        return erasure;
    }

    List<Erasure> newest(int limit) {
        return tables.read(sql -> new ErasureTable(sql).newest(limit));
    }

    Optional<Erasure> find(String id) {
        return tables.read(sql -> new ErasureTable(sql).find(id));
    }

    List<Line> lines(String erasure) {
        return tables.read(sql -> new ErasureTable(sql).lines(erasure));
    }

    /** Does what is left, as far as the sources are there. Any thread: each place is taken by one. */
    void work() {
        boolean goesOn = true;
        while (goesOn && !worker.isShutdown()) {
            goesOn = tables.write(Erasures.this::step);
        }
    }

    @Override
    @Deactivate
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("An erasure is under way; it goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when there may be more to do. */
    private boolean step(Sql sql) throws SQLException {
        var table = new ErasureTable(sql);
        Optional<Erasure> open = table.open();
        if (open.isEmpty()) {
            return false;
        }
        String erasure = open.get().id();
        Optional<Line> line = table.planned(erasure);
        if (line.isEmpty()) {
            if (table.end(erasure, now())) {
                journal.append(new Journal.Entry("person.erasure-finished", SUBJECT, erasure, Map.of()));
            }
            return true;
        }
        Optional<PersonalData> source = search.source(line.get().source());
        if (source.isPresent() && table.claim(erasure, line.get(), now())) {
            table.done(erasure, line.get(), erase(source.get(), table.person(erasure), line.get()));
        }
        return source.isPresent();
    }

    private Outcome erase(PersonalData source, Person person, Line line) {
        return line.about().filter(search::keeps).isPresent()
                ? Outcome.HELD
                : source.erase(person, line.place(), line.version());
    }

    private void workQuietly() {
        try {
            work();
        } catch (RuntimeException e) {
            LOG.error("An erasure has a problem; it is tried again in {} seconds", SECONDS_BETWEEN, e);
        }
    }

    private static List<Line> lines(Findings findings, Set<String> leave) {
        var lines = new ArrayList<Line>();
        for (Part part : findings.parts()) {
            for (PersonPlace place : part.places()) {
                if (place.kept().isEmpty() && !leave.contains(place.id())) {
                    lines.add(new Line(
                            part.source().name(),
                            place.id(),
                            place.version(),
                            place.about(),
                            place.label(),
                            Outcome.PLANNED,
                            Optional.empty()));
                }
            }
        }
        return lines;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem conflict(Text detail, Text next) {
        return Problem.conflict(detail).withNext(next);
    }
}
