package org.vaksam.exchange.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.Formats;
import org.vaksam.exchange.ThingsModule;
import org.vaksam.exchange.feed.FeedState.Counts;
import org.vaksam.exchange.tray.PersonInTray;
import org.vaksam.exchange.tray.Tray;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Units;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** Feeds on a real database, with fakes around them. */
public final class FeedHouse {
    public final FakeEngine engine = new FakeEngine();
    public final ThingsModule modules = new ThingsModule(new ThingsFormat());
    public final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    public final HandClock clock = new HandClock("2026-11-23T12:00:00Z");
    public final Intake intake;
    public final Feeds feeds;
    public final Tray tray;
    final TestDatabase data;

    public FeedHouse(TestDatabase data) {
        this.data = data;
        var database = data.database();
        database.write(sql -> sql.update("DELETE FROM feed")
                + sql.update("DELETE FROM feed_item")
                + sql.update("DELETE FROM tray_item"));
        var items = new ItemStore(database, engine, engine, this::append, clock);
        intake = new Intake(database, new Formats(modules), modules, data.transactions(), new Binding(), items, clock);
        feeds = new Feeds(database, this::append, new NoUnits(), intake, clock);
        tray = Tray.of(database, intake, items, this::append, clock);
    }

    public Feed feed(Object... members) {
        var body = new HashMap<String, @Nullable Object>(
                Map.of("name", "Things", "format", "things.list", "source", "rest"));
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return feeds.create(body).feed();
    }

    public Counts take(Feed feed, String content) {
        return intake.take(feed, content.getBytes(UTF_8), "test", Optional.empty());
    }

    /** What it counts, which always adds up. */
    public Counts counts(Feed feed) {
        Counts counts = feeds.get(feed.id()).state().counts();
        assertThat(counts.received())
                .isEqualTo(counts.stored() + counts.known() + counts.inTray() + counts.discarded());
        return counts;
    }

    public List<String> actions() {
        return journal.stream().map(Journal.Entry::action).toList();
    }

    /** Where this caller finds people. */
    public PersonInTray people(Caller caller) {
        return PersonInTray.of(data.database(), this::append, new Access() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public Caller require(String permission) {
                throw new UnsupportedOperationException();
            }
        });
    }

    public void remove(Feed feed) {
        feeds.delete(feed.id(), version -> true);
    }

    FeedRun run(Path folder, boolean neighbours) {
        return new FeedRun(
                data.database(),
                intake,
                new FolderSource(folder, intake, clock),
                new HttpSource(neighbours),
                this::append,
                clock);
    }

    void runs(FeedRun run, Feed feed) {
        clock.advance(Duration.ofHours(2));
        run.run(feeds.get(feed.id()));
    }

    private String append(Journal.Entry entry) {
        journal.add(entry);
        return entry.subject();
    }

    private static final class NoUnits implements Units {
        @Override
        public Optional<Unit> find(String idOrCode) {
            return idOrCode.equals("north")
                    ? Optional.of(new Unit("u-1", "north", Text.same("North"), "unit", Optional.empty(), "u-1/"))
                    : Optional.empty();
        }

        @Override
        public List<Unit> all() {
            return List.of();
        }
    }

    private static final class Binding implements Authenticator {
        @Override
        public Caller authenticate(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Authenticator.Binding bind(Caller caller) {
            return () -> {};
        }
    }

    /** Things have an id, words, and perhaps the id of the one that they go on. */
    private static final class ThingsFormat implements ImportFormat {
        @Override
        public String id() {
            return "list";
        }

        @Override
        public Reader open() {
            return new Reader() {
                @Override
                public NewRecord read(Map<String, Object> item) {
                    return record(item);
                }

                @Override
                public List<ExternalKey> follows(Map<String, Object> item) {
                    return item.containsKey("after")
                            ? List.of(new ExternalKey("list", item.get("after").toString()))
                            : List.of();
                }
            };
        }

        private static NewRecord record(Map<String, Object> item) {
            Object id = item.get("id");
            if (id == null) {
                throw Problem.invalid(List.of(new FieldProblem("id", new Text("Saknas", "Is missing"))));
            }
            if ("crash".equals(id)) {
                throw new IllegalArgumentException("a mistake");
            }
            return new NewRecord(
                    "things.thing",
                    "thing",
                    item.getOrDefault("words", "Thing " + id).toString(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    OptionalInt.empty(),
                    "import",
                    Optional.of(new ExternalKey("list", id.toString())),
                    Map.of());
        }
    }
}
