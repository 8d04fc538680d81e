package org.vaksam.records.design;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.design.MovePlan.Left;
import org.vaksam.records.design.MovePlan.Line;
import org.vaksam.records.design.MovePlan.Named;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.MoveTable;
import org.vaksam.records.store.MoveTable.Move;
import org.vaksam.records.store.MoveTable.Tally;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Says what moving records to the newest version of their definition would do, and orders it. */
@Component(service = Moves.class)
public final class Moves {
    private static final int SHOWN = 20;

    private final PlatformDatabase database;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final Journal journal;
    private final MoveWork work;

    @Activate
    public Moves(
            @Reference Tables tables,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference Journal journal,
            @Reference MoveWork work) {
        this.database = tables.database();
        this.definitions = definitions;
        this.permissions = permissions;
        this.journal = journal;
        this.work = work;
    }

    /** What a move with these states would do. */
    public MovePlan preview(String type, String kind, Map<String, String> states) {
        KindDefinition newest = newest(type, kind);
        return database.read(sql -> plan(sql, type, newest, states));
    }

    /** Orders what the preview with this hash showed; it is carried out in the background. */
    public Move start(String type, String kind, Map<String, String> states, String hash, String reason) {
        KindDefinition newest = newest(type, kind);
        Move move = database.write(sql -> {
            MovePlan plan = plan(sql, type, newest, states);
            if (!plan.hash().equals(hash)) {
                throw Problem.conflict(new Text(
                                "Förhandsvisningen gäller inte längre.", "The preview does not hold any more."))
                        .withNext(new Text("Läs den på nytt och bekräfta den.", "Read it again and confirm it."));
            }
            if (plan.records() == 0) {
                throw Problem.conflict(new Text("Det finns inget att flytta.", "There is nothing to move."));
            }
            return begin(sql, type, newest, states, reason);
        });
        work.wake();
        return move;
    }

    /** Orders a move in the thread's transaction. */
    Move begin(Sql sql, String type, KindDefinition to, Map<String, String> states, String reason) throws SQLException {
        check(to, states);
        boolean busy = MoveTable.of(sql, type, to.kind(), 1).stream()
                .anyMatch(move -> move.endedAt().isEmpty());
        if (busy) {
            throw Problem.conflict(new Text(
                            "Poster av det slaget flyttas redan.", "Records of this kind are being moved already."))
                    .withNext(new Text("Vänta tills det är klart.", "Wait until that is done."));
        }
        var move = new Move(
                Ids.next(),
                type,
                to.kind(),
                to.version(),
                Json.write(new TreeMap<>(states)),
                reason,
                permissions.caller().name(),
                Drafts.now(),
                "",
                0,
                0,
                Optional.empty());
        MoveTable.insert(sql, move);
        journal.append(new Journal.Entry(
                "definition.move-started",
                "definition",
                type + "/" + to.kind(),
                Map.of("move", move.id(), "version", to.version(), "states", new TreeMap<>(states), "reason", reason)));
        return move;
    }

    void wake() {
        work.wake();
    }

    public Optional<Move> find(String id) {
        return database.read(sql -> MoveTable.find(sql, id));
    }

    public List<Move> of(String type, String kind) {
        return database.read(sql -> MoveTable.of(sql, type, kind, SHOWN));
    }

    /** The states of a request: text to text. */
    public static Map<String, String> states(@Nullable Object given) {
        var states = new LinkedHashMap<String, String>();
        if (given instanceof Map<?, ?> members) {
            members.forEach((from, to) -> states.put(String.valueOf(from), String.valueOf(to)));
        } else if (given != null) {
            throw Drafts.invalid("states", "Ska vara ett objekt.", "Must be an object.");
        }
        if (states.size() > 50) {
            throw Drafts.invalid("states", "Är för många.", "Are too many.");
        }
        return states;
    }

    private MovePlan plan(Sql sql, String type, KindDefinition newest, Map<String, String> states) throws SQLException {
        check(newest, states);
        var lines = new ArrayList<Line>();
        var left = new ArrayList<Left>();
        var missing = new LinkedHashMap<String, Named>();
        var seen = new ArrayList<Integer>();
        for (Tally tally : MoveTable.older(sql, type, newest.kind(), newest.version())) {
            KindDefinition old = definitions.version(type, newest.kind(), tally.version());
            Text label = old.state(tally.state()).map(StateDefinition::label).orElse(Text.same(tally.state()));
            lines.add(new Line(tally, label, after(newest, states, tally.state())));
            if (!seen.contains(tally.version())) {
                seen.add(tally.version());
                left.addAll(left(old, newest));
                newlyRequired(old, newest).forEach(field -> missing.putIfAbsent(field.id(), field));
            }
        }
        return new MovePlan(type, newest.kind(), newest.version(), states, lines, left, List.copyOf(missing.values()));
    }

    static String after(KindDefinition to, Map<String, String> states, String state) {
        String after = states.getOrDefault(state, state);
        return to.state(after).isPresent() ? after : "";
    }

    private static List<Left> left(KindDefinition old, KindDefinition newest) {
        return old.fields().stream()
                .filter(field -> newest.field(field.id())
                        .map(now -> now.type() != field.type())
                        .orElse(true))
                .map(field -> new Left(
                        old.version(), named(field), newest.field(field.id()).isEmpty()))
                .toList();
    }

    private static List<Named> newlyRequired(KindDefinition old, KindDefinition newest) {
        return newest.fields().stream()
                .filter(FieldDefinition::required)
                .filter(field ->
                        !old.field(field.id()).map(FieldDefinition::required).orElse(false))
                .map(Moves::named)
                .toList();
    }

    private static Named named(FieldDefinition field) {
        return new Named(field.id(), field.label());
    }

    private static void check(KindDefinition to, Map<String, String> states) {
        states.forEach((from, after) -> {
            if (to.state(after).isEmpty()) {
                throw Drafts.invalid(
                        "states." + from,
                        "Tillståndet " + after + " finns inte i den nya versionen.",
                        "There is no state " + after + " in the new version.");
            }
        });
    }

    private KindDefinition newest(String type, String kind) {
        return definitions.newest(type, kind).orElseThrow(Moves::unknownKind);
    }

    static Problem unknownKind() {
        return Problem.notFound(new Text("Det finns inget sådant slag.", "There is no such kind."));
    }
}
