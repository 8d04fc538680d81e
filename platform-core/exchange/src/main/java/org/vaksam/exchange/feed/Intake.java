package org.vaksam.exchange.feed;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.Formats;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.exchange.tray.TrayItem;
import org.vaksam.exchange.tray.TrayTable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.security.Authenticator;

/**
 * Takes in what a feed brought: records, the tray and the figures change in one transaction, so they always agree. Taking the
 * same in again, after a crash or because it was sent twice, changes nothing but the figures.
 */
@Component(service = Intake.class)
public final class Intake {
    private static final int BATCH = 500;

    private final PlatformDatabase database;
    private final Formats formats;
    private final LiveModules modules;
    private final Transactions transactions;
    private final Authenticator authenticator;
    private final ItemStore items;
    private final Clock clock;
    private final Arrivals arrivals = new Arrivals();

    @Activate
    public Intake(
            @Reference ExchangeTables tables,
            @Reference Modules modules,
            @Reference LiveModules liveModules,
            @Reference Transactions transactions,
            @Reference Authenticator authenticator,
            @Reference ItemStore items,
            @Reference Clock clock) {
        this(tables.database(), new Formats(modules), liveModules, transactions, authenticator, items, clock);
    }

    Intake(
            PlatformDatabase database,
            Formats formats,
            LiveModules modules,
            Transactions transactions,
            Authenticator authenticator,
            ItemStore items,
            Clock clock) {
        this.database = database;
        this.formats = formats;
        this.modules = modules;
        this.transactions = transactions;
        this.authenticator = authenticator;
        this.items = items;
        this.clock = clock;
    }

    /** The formats that can be read now. */
    public Formats formats() {
        return formats;
    }

    /** Whether the module that brings its format is running. */
    boolean reads(Feed feed) {
        return formats.all().stream().anyMatch(format -> format.id().equals(feed.format()));
    }

    /**
     * Takes it in.
     *
     * @param place where it came from: a file, an address, the one who sent it
     * @return what became of it
     * @throws Problem 503 when the module of the format is not running; nothing was taken in then, or only the first items
     */
    Counts take(Feed feed, byte[] content, String place, Optional<String> sender) {
        return take(feed, arrivals.read(content, formats.get(feed.format()).elements()), place, sender);
    }

    Counts take(Feed feed, List<Arrived> all, String place, Optional<String> sender) {
        Formats.Format format = formats.get(feed.format());
        Counts counts = Counts.NONE;
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Arrived> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            counts = counts.plus(with(
                    format,
                    caller(feed.name(), sender),
                    reader -> database.write(sql -> store(sql, feed, format, batch, reader, place))));
        }
        return counts;
    }

    /** What somebody has sent or corrected, apart. */
    public List<Arrived> read(String text, Formats.Format format) {
        return arrivals.read(PlainText.bytes(text), format.elements());
    }

    /** Works with the live format, in one transaction, in the caller's name. */
    public <T> T with(Formats.Format format, Caller caller, java.util.function.Function<ImportFormat, T> work) {
        return modules.with(format.module(), ImportFormat.class, one -> one.id().equals(format.local()), one -> {
                    try (var binding = authenticator.bind(caller)) {
                        return transactions.required(() -> work.apply(one));
                    }
                })
                .orElseThrow(() -> notRunning(format.module()));
    }

    /** Who stores what comes in by itself: a feed may store everything that its format reads. */
    public static Caller caller(String name, Optional<String> account) {
        return new Caller(Caller.Kind.PLATFORM, account, name, Set.of("*"), Locale.ENGLISH);
    }

    private Counts store(
            Sql sql, Feed feed, Formats.Format format, List<Arrived> batch, ImportFormat reader, String place)
            throws SQLException {
        var feeds = new FeedTable(sql);
        if (!feeds.lock(feed.id())) {
            throw Feeds.missing();
        }
        var context = new ItemStore.Context(feed.format(), feed.name(), "feed", feed.unit());
        List<Taken> taken = items.store(batch, reader, context);
        Counts counts = new Counts(batch.size(), 0, 0, 0, 0, 0);
        for (int i = 0; i < taken.size(); i++) {
            counts = counts.plus(count(sql, feed, format, batch.get(i), taken.get(i), place));
        }
        boolean isNews = counts.stored() + counts.updates() + counts.inTray() > 0;
        feeds.count(feed.id(), counts, isNews ? Optional.of(clock.instant()) : Optional.empty());
        return counts;
    }

    private Counts count(Sql sql, Feed feed, Formats.Format format, Arrived item, Taken taken, String place)
            throws SQLException {
        if (taken instanceof Taken.Stored) {
            return new Counts(0, 1, 0, 0, 0, 0);
        }
        if (taken instanceof Taken.Noted) {
            return new Counts(0, 0, 1, 1, 0, 0);
        }
        if (taken instanceof Taken.Refused refused) {
            var origin = new TrayItem.Origin(feed.id(), TrayItem.Origin.FEED, feed.name());
            boolean added =
                    new TrayTable(sql).add(inTray(origin, format, item, place).refused(refused.problem()), item.text());
            return added ? new Counts(0, 0, 0, 0, 1, 0) : new Counts(0, 0, 1, 0, 0, 0);
        }
        return new Counts(0, 0, 1, 0, 0, 0);
    }

    /** For the tray, before it is said why. */
    public TrayItem inTray(TrayItem.Origin origin, Formats.Format format, Arrived item, String place) {
        return TrayItem.arrived(
                origin, place, format.id(), format.permission(), item.sha256(), item.whole(), clock.instant());
    }

    private static Problem notRunning(String module) {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Går inte just nu", "Not possible right now"),
                        new Text("Modulen " + module + " är inte igång.", "The module " + module + " is not running."))
                .with("module", module)
                .withNext(new Text("Försök igen när den är det.", "Try again when it is."));
    }
}
