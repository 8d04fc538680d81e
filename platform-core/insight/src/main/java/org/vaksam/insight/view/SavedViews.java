package org.vaksam.insight.view;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.view.SavedView.Content;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;

/**
 * Keeps views. One's own, and those that others share with a role or a unit of one's own, are seen as long as one may read records
 * of their type; only the owner changes a view. What a view lists is decided for whoever looks.
 */
@Component(service = SavedViews.class)
public final class SavedViews {
    static final int MOST = 100;
    private static final int MOST_SHARED = 300;

    private final PlatformDatabase database;
    private final Circles circles;
    private final RecordTypes types;
    private final Units units;
    private final Clock clock;

    @Activate
    public SavedViews(
            @Reference InsightTables tables,
            @Reference Circles circles,
            @Reference RecordTypes types,
            @Reference Units units,
            @Reference Clock clock) {
        this.database = tables.database();
        this.circles = circles;
        this.types = types;
        this.units = units;
        this.clock = clock;
    }

    /** The caller's own views and then those shared with them, of one type or of all. */
    List<SavedView> list(Caller caller, Optional<String> type) {
        String account = caller.person();
        var circle = circles.of(caller);
        return database.read(sql -> {
            var views = new ArrayList<>(ViewTable.of(sql, account));
            views.addAll(ViewTable.shared(sql, account, circle.roles().keySet(), circle.units(), MOST_SHARED));
            return views.stream()
                    .filter(view -> type.isEmpty() || view.content().type().equals(type.get()))
                    .filter(view -> mayRead(caller, view.content().type()))
                    .toList();
        });
    }

    /** 404 for one that the caller may not know of. */
    SavedView require(Caller caller, String id) {
        Optional<SavedView> found = database.read(sql -> ViewTable.find(sql, id));
        return found.filter(view -> isSeen(caller, view)).orElseThrow(SavedViews::notFound);
    }

    /** Keeps a new view; the same one again is the one there is. */
    SavedView add(Caller caller, Content content) {
        String account = caller.person();
        check(caller, content, Optional.empty());
        try {
            return insert(account, content);
        } catch (DatabaseException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            return insert(account, content);
        }
    }

    private SavedView insert(String account, Content content) {
        return database.write(sql -> {
            List<SavedView> own = ViewTable.of(sql, account);
            Optional<SavedView> before = named(own, content);
            if (before.isPresent() && before.get().content().equals(content)) {
                return before.get();
            }
            refuse(before, own);
            Instant now = now();
            var view = new SavedView(Ids.next(), account, content, 1, now, now);
            ViewTable.insert(sql, view);
            return view;
        });
    }

    /** Changes the caller's own view. */
    SavedView change(Caller caller, String id, IntPredicate expected, Content content) {
        SavedView seen = owned(caller, id);
        if (!seen.content().type().equals(content.type())) {
            throw wrong("type", new Text("En vy byter inte posttyp.", "A view does not change its record type."));
        }
        check(caller, content, Optional.of(seen.content()));
        return database.write(sql -> {
            SavedView view = ViewTable.find(sql, id).orElseThrow(SavedViews::notFound);
            EntityTags.check(expected, view.version());
            Optional<SavedView> same = named(ViewTable.of(sql, view.account()), content)
                    .filter(other -> !other.id().equals(id));
            refuse(same, List.of());
            var changed = new SavedView(id, view.account(), content, view.version() + 1, view.createdAt(), now());
            if (!ViewTable.update(sql, changed)) {
                throw EntityTags.stale(view.version());
            }
            return changed;
        });
    }

    /** Removes the caller's own view. */
    void remove(Caller caller, String id, IntPredicate expected) {
        owned(caller, id);
        database.write(sql -> {
            SavedView view = ViewTable.find(sql, id).orElseThrow(SavedViews::notFound);
            EntityTags.check(expected, view.version());
            return ViewTable.delete(sql, view);
        });
    }

    private SavedView owned(Caller caller, String id) {
        SavedView view = require(caller, id);
        if (!view.account().equals(caller.person())) {
            throw Problem.of(
                            "forbidden",
                            403,
                            new Text("Någon annans vy", "Somebody else's view"),
                            new Text("Bara ägaren ändrar en delad vy.", "Only its owner changes a shared view."))
                    .withNext(new Text("Spara den som en egen vy.", "Save it as a view of your own."));
        }
        return view;
    }

    /** Whether the caller may know of it. */
    boolean isSeen(Caller caller, SavedView view) {
        if (!mayRead(caller, view.content().type())) {
            return false;
        }
        var circle = circles.of(caller);
        return caller.account().filter(view.account()::equals).isPresent()
                || view.content().role().filter(circle.roles()::containsKey).isPresent()
                || view.content().unit().filter(circle.units()::contains).isPresent();
    }

    /** Shared is with one's own role, or with a unit in which one may read; what a view was shared with before it may stay. */
    private void check(Caller caller, Content content, Optional<Content> before) {
        if (types.type(content.type()).isEmpty()) {
            throw wrong("type", new Text("Det finns ingen sådan posttyp.", "There is no such record type."));
        }
        if (!mayRead(caller, content.type())) {
            throw Problem.forbidden(RecordVisibility.permission(content.type(), "read"));
        }
        if (content.role().isPresent() && !content.role().equals(before.flatMap(Content::role))) {
            boolean own = circles.of(caller).roles().containsKey(content.role().get());
            if (!own) {
                throw wrong("role", new Text("Dela med en roll som du själv har.", "Share with a role of your own."));
            }
        }
        if (content.unit().isPresent() && !content.unit().equals(before.flatMap(Content::unit))) {
            var read = RecordVisibility.of(caller, content.type()).read();
            boolean own = units.find(content.unit().get())
                    .filter(unit -> unit.id().equals(content.unit().get()) && read.covers(unit.path()))
                    .isPresent();
            if (!own) {
                throw wrong(
                        "unit",
                        new Text(
                                "Dela med en enhet vars poster du får läsa.",
                                "Share with a unit whose records you may read."));
            }
        }
    }

    private static Optional<SavedView> named(List<SavedView> views, Content content) {
        return views.stream()
                .filter(view -> view.content().type().equals(content.type())
                        && view.content().name().equals(content.name()))
                .findFirst();
    }

    private static void refuse(Optional<SavedView> sameName, List<SavedView> own) {
        if (sameName.isPresent()) {
            throw Problem.conflict(
                            new Text("Du har redan en vy som heter så.", "You have a view of this name already."))
                    .with("view", sameName.get().id())
                    .withNext(new Text(
                            "Välj ett annat namn, eller ändra den.", "Choose another name, or change that one."));
        }
        if (own.size() >= MOST) {
            throw Problem.conflict(new Text("Du har redan " + MOST + " vyer.", "You have " + MOST + " views already."))
                    .withNext(new Text("Ta bort någon av dem.", "Remove one of them."));
        }
    }

    private static boolean mayRead(Caller caller, String type) {
        return RecordVisibility.of(caller, type).isAny();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem wrong(String field, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(field, detail)));
    }

    private static Problem notFound() {
        return Problem.notFound(new Text("Det finns ingen sådan vy.", "There is no such view."));
    }
}
