package org.vaksam.exchange.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.Formats;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;

/** Sets feeds up. */
@Component(service = Feeds.class)
public final class Feeds {
    private static final String SUBJECT = "feed";
    private static final int MOST = 200;

    private final PlatformDatabase database;
    private final Journal journal;
    private final Units units;
    private final Intake intake;
    private final Clock clock;

    @Activate
    public Feeds(
            @Reference ExchangeTables tables,
            @Reference Journal journal,
            @Reference Units units,
            @Reference Intake intake,
            @Reference Clock clock) {
        this(tables.database(), journal, units, intake, clock);
    }

    Feeds(PlatformDatabase database, Journal journal, Units units, Intake intake, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.units = units;
        this.intake = intake;
        this.clock = clock;
    }

    List<FeedTable.Row> all() {
        return database.read(sql -> new FeedTable(sql).all());
    }

    FeedTable.Row get(String id) {
        return database.read(sql -> new FeedTable(sql).find(id)).orElseThrow(Feeds::missing);
    }

    FeedTable.Row create(@Nullable Map<String, @Nullable Object> body) {
        Instant now = clock.instant();
        Feed feed = read(FeedInput.of(body), Ids.next(), 1, now, Optional.empty());
        return database.write(sql -> {
            var table = new FeedTable(sql);
            if (table.all().size() >= MOST) {
                throw Problem.conflict(
                        new Text("Det finns redan " + MOST + " flöden.", "There are " + MOST + " feeds already."));
            }
            table.insert(feed);
            journal.append(entry("feed.created", feed));
            return table.find(feed.id()).orElseThrow();
        });
    }

    FeedTable.Row change(String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> patch) {
        Feed before = get(id).feed();
        EntityTags.check(expected, before.version());
        Feed feed = read(FeedInput.of(before, patch), id, before.version() + 1, before.createdAt(), Optional.of(id));
        return database.write(sql -> {
            var table = new FeedTable(sql);
            if (!table.update(feed)) {
                throw EntityTags.stale(before.version() + 1);
            }
            journal.append(entry("feed.changed", feed));
            return table.find(id).orElseThrow();
        });
    }

    /** What it has put in the tray stays there. */
    void delete(String id, IntPredicate expected) {
        Feed feed = get(id).feed();
        EntityTags.check(expected, feed.version());
        database.write(sql -> {
            if (!new FeedTable(sql).delete(id, feed.version())) {
                throw EntityTags.stale(feed.version() + 1);
            }
            return journal.append(entry("feed.deleted", feed));
        });
    }

    /** Its turn comes at once. */
    FeedTable.Row runNow(String id) {
        Feed feed = get(id).feed();
        if (feed.source() == Feed.Source.REST || !feed.enabled()) {
            throw Problem.conflict(new Text(
                    "Flödet hämtar inget själv: det är avstängt, eller så skickar andra till det.",
                    "The feed fetches nothing by itself: it is turned off, or others send to it."));
        }
        return database.write(sql -> {
            var table = new FeedTable(sql);
            table.runAt(id, clock.instant());
            return table.find(id).orElseThrow(Feeds::missing);
        });
    }

    static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant flöde.", "There is no such feed."));
    }

    private Feed read(FeedInput input, String id, int version, Instant createdAt, Optional<String> self) {
        Set<String> formats =
                intake.formats().all().stream().map(Formats.Format::id).collect(Collectors.toSet());
        Feed.Source source = input.source();
        Optional<String> folder = input.folder(source);
        var feed = new Feed(
                id,
                input.name(),
                input.format(formats),
                source,
                folder,
                input.address(source),
                input.every(),
                input.silent(),
                input.enabled(),
                unit(input),
                version,
                createdAt,
                clock.instant());
        boolean taken = folder.isPresent()
                && all().stream()
                        .map(FeedTable.Row::feed)
                        .anyMatch(other -> other.folder().equals(folder) && !self.equals(Optional.of(other.id())));
        if (taken) {
            input.wrong("folder", "Ett annat flöde har mappen.", "Another feed has this folder.");
        }
        input.check();
        return feed;
    }

    private Optional<String> unit(FeedInput input) {
        Optional<String> given = input.unit();
        Optional<String> unit = given.flatMap(units::find).map(Units.Unit::id);
        if (given.isPresent() && unit.isEmpty()) {
            input.wrong("unit", "Enheten finns inte.", "There is no such unit.");
        }
        return unit;
    }

    private static Journal.Entry entry(String action, Feed feed) {
        var data = new HashMap<String, Object>();
        data.put("name", feed.name());
        data.put("format", feed.format());
        data.put("source", feed.source().id());
        feed.folder().ifPresent(folder -> data.put("folder", folder));
        feed.address().ifPresent(address -> data.put("address", address));
        data.put("everySeconds", feed.every().toSeconds());
        data.put("enabled", feed.enabled());
        feed.unit().ifPresent(unit -> data.put("unit", unit));
        return new Journal.Entry(action, SUBJECT, feed.id(), data);
    }
}
