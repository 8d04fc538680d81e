package org.vaksam.exchange.tray;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.Formats;
import org.vaksam.exchange.feed.Arrived;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.exchange.feed.FeedTable;
import org.vaksam.exchange.feed.Intake;
import org.vaksam.exchange.feed.ItemStore;
import org.vaksam.exchange.feed.Taken;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.web.EntityTags;

/** What could not be read is read again, corrected or not, or discarded. What it becomes and that it left the tray are one change. */
@Component(service = Tray.class)
public final class Tray {
    private final PlatformDatabase database;
    private final Intake intake;
    private final ItemStore items;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public Tray(
            @Reference ExchangeTables tables,
            @Reference Intake intake,
            @Reference ItemStore items,
            @Reference Journal journal,
            @Reference Clock clock) {
        this(tables.database(), intake, items, journal, clock);
    }

    private Tray(PlatformDatabase database, Intake intake, ItemStore items, Journal journal, Clock clock) {
        this.database = database;
        this.intake = intake;
        this.items = items;
        this.journal = journal;
        this.clock = clock;
    }

    /** Of tables that are there already. */
    public static Tray of(PlatformDatabase database, Intake intake, ItemStore items, Journal journal, Clock clock) {
        return new Tray(database, intake, items, journal, clock);
    }

    List<TrayItem> page(TrayState state, Optional<String> origin, Optional<String> before, int limit) {
        return database.read(sql -> new TrayTable(sql).page(state, origin, before, limit));
    }

    TrayItem get(String id) {
        return database.read(sql -> new TrayTable(sql).find(id))
                .orElseThrow(() -> Problem.notFound(
                        new Text("Det finns inget sådant i brevlådan.", "There is no such thing in the tray.")));
    }

    String text(TrayItem item) {
        return database.read(sql -> new TrayTable(sql).text(item.id()));
    }

    /**
     * Reads it again.
     *
     * @param corrected the text as it should be; empty to try what came
     * @return as it is afterwards: stored, or still open with the reason of now
     */
    TrayItem retry(String id, Optional<IntPredicate> expected, Optional<String> corrected, Caller caller) {
        TrayItem item = open(id, expected);
        if (!item.whole() && corrected.isEmpty()) {
            throw Problem.conflict(new Text(
                            "Bara början är sparad, så det går inte att läsa om.",
                            "Only the beginning is kept, so it cannot be read again."))
                    .withNext(
                            new Text("Be avsändaren skicka det igen i delar.", "Ask the sender to send it in parts."));
        }
        Formats.Format format = intake.formats().get(item.format());
        String text = corrected.orElseGet(() -> text(item));
        List<Arrived> arrived = intake.read(text, format);
        Caller storing = Intake.caller(caller.name(), caller.account());
        return intake.with(
                format,
                storing,
                reader -> database.write(sql -> read(sql, item, text, arrived, reader, format, caller)));
    }

    TrayItem discard(String id, Optional<IntPredicate> expected, String reason, Caller caller) {
        TrayItem item = open(id, expected);
        return database.write(sql -> {
            lockFeed(sql, item);
            TrayItem closed = item.closed(
                    TrayState.DISCARDED, clock.instant(), caller.name(), Optional.of(reason), Optional.empty());
            close(sql, closed);
            count(sql, item, new Counts(0, 0, 0, 0, -1, 1));
            journal.append(entry("tray.discarded", closed, Map.of("reason", reason)));
            return closed;
        });
    }

    private TrayItem read(
            Sql sql,
            TrayItem item,
            String text,
            List<Arrived> arrived,
            ImportFormat reader,
            Formats.Format format,
            Caller caller)
            throws SQLException {
        Optional<String> unit = lockFeed(sql, item);
        boolean isFeed = item.origin().type().equals(TrayItem.Origin.FEED);
        var context = new ItemStore.Context(item.format(), item.origin().name(), isFeed ? "feed" : "import", unit);
        List<Taken> taken = items.store(arrived, reader, context);
        Optional<Problem> refused = wholly(taken);
        if (refused.isPresent()) {
            return stays(sql, item, text, refused.get());
        }
        Counts counts = new Counts(taken.size() - 1L, 0, 0, 0, -1, 0);
        for (int i = 0; i < taken.size(); i++) {
            counts = counts.plus(count(sql, item, format, arrived.get(i), taken.get(i)));
        }
        count(sql, item, counts);
        TrayItem closed = item.closed(
                TrayState.STORED,
                clock.instant(),
                caller.name(),
                Optional.empty(),
                records(taken).stream().findFirst());
        close(sql, closed);
        journal.append(
                entry("tray.stored", closed, Map.of("records", records(taken).size())));
        return closed;
    }

    private TrayItem stays(Sql sql, TrayItem item, String text, Problem problem) throws SQLException {
        var table = new TrayTable(sql);
        TrayItem still = item.refused(problem);
        if (!table.update(still)) {
            throw EntityTags.stale(still.version());
        }
        table.replaceText(item.id(), text);
        journal.append(
                entry("tray.retried", still, Map.of("problem", still.detail().en())));
        return still;
    }

    /** What one part of it became; a part that cannot be read is in the tray by itself from now on. */
    private Counts count(Sql sql, TrayItem item, Formats.Format format, Arrived part, Taken taken) throws SQLException {
        if (taken instanceof Taken.Stored) {
            return new Counts(0, 1, 0, 0, 0, 0);
        }
        if (taken instanceof Taken.Refused refused) {
            TrayItem apart =
                    intake.inTray(item.origin(), format, part, item.place()).refused(refused.problem());
            return new TrayTable(sql).add(apart, part.text())
                    ? new Counts(0, 0, 0, 0, 1, 0)
                    : new Counts(0, 0, 1, 0, 0, 0);
        }
        return new Counts(0, 0, 1, taken instanceof Taken.Noted ? 1 : 0, 0, 0);
    }

    private void close(Sql sql, TrayItem closed) throws SQLException {
        var table = new TrayTable(sql);
        if (!table.update(closed)) {
            throw EntityTags.stale(closed.version());
        }
        table.removeText(closed.id());
    }

    private TrayItem open(String id, Optional<IntPredicate> expected) {
        TrayItem item = get(id);
        expected.ifPresent(version -> EntityTags.check(version, item.version()));
        if (item.state() != TrayState.OPEN) {
            throw Problem.conflict(new Text(
                    "Det är redan " + (item.state() == TrayState.STORED ? "inläst" : "kasserat") + ".",
                    "It is " + item.state().id() + " already."));
        }
        return item;
    }

    /** The unit of its feed, which changes nothing until the transaction ends. */
    private static Optional<String> lockFeed(Sql sql, TrayItem item) throws SQLException {
        var feeds = new FeedTable(sql);
        boolean there = item.origin().type().equals(TrayItem.Origin.FEED)
                && feeds.lock(item.origin().id());
        return there ? feeds.find(item.origin().id()).flatMap(row -> row.feed().unit()) : Optional.empty();
    }

    private static void count(Sql sql, TrayItem item, Counts counts) throws SQLException {
        if (item.origin().type().equals(TrayItem.Origin.FEED)) {
            new FeedTable(sql).count(item.origin().id(), counts, Optional.empty());
        }
    }

    /** Why, when nothing at all of it could be read. */
    private static Optional<Problem> wholly(List<Taken> taken) {
        if (taken.isEmpty()) {
            return Optional.of(Problem.badRequest(new Text("Det är tomt.", "There is nothing in it.")));
        }
        var problems = new ArrayList<Problem>();
        for (Taken each : taken) {
            if (!(each instanceof Taken.Refused refused)) {
                return Optional.empty();
            }
            problems.add(refused.problem());
        }
        return Optional.of(problems.get(0));
    }

    private static List<String> records(List<Taken> taken) {
        var records = new ArrayList<String>();
        for (Taken each : taken) {
            if (each instanceof Taken.Stored stored) {
                records.add(stored.record());
            } else if (each instanceof Taken.Noted noted) {
                records.add(noted.record());
            } else if (each instanceof Taken.Known known) {
                known.record().ifPresent(records::add);
            }
        }
        return records;
    }

    private static Journal.Entry entry(String action, TrayItem item, Map<String, Object> details) {
        var data = new HashMap<>(details);
        data.put("from", item.origin().name());
        data.put("place", item.place());
        item.record().ifPresent(record -> data.put("record", record));
        return new Journal.Entry(action, "tray", item.id(), data);
    }
}
