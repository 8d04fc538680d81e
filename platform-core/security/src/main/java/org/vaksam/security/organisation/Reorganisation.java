package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.AccessPreview.Move;

/** The organisation before and after something is done to it, and what that is. */
record Reorganisation(Organisation before, Organisation after) {
    static final String CREATED = "created";
    static final String MOVED = "moved";
    static final String RENAMED = "renamed";
    static final String ENDED = "ended";
    static final String CHANGED = "changed";

    private static final Text NOTHING = Text.same("");

    /**
     * One thing that happens to a unit; one unit may have several.
     *
     * @param kind {@code created}, {@code moved}, {@code renamed}, {@code ended} or {@code changed}
     * @param on   the first day on which it shows; of an ended unit the day after its last
     * @param from what it was called, or what it stood below
     */
    record Change(String kind, String unit, String code, Text name, Optional<LocalDate> on, Text from, Text to) {}

    List<Change> changes() {
        return after.changedSince(before).stream().flatMap(this::changesOf).toList();
    }

    private Stream<Change> changesOf(UnitHistory unit) {
        Optional<UnitHistory> known = before.byId(unit.id());
        if (known.isEmpty()) {
            return Stream.of(change(CREATED, unit, unit.validFrom(), NOTHING, parentName(unit.on(unit.first()))));
        }
        UnitHistory old = known.get();
        var changes = new ArrayList<Change>();
        differs(old, unit, UnitFacts::parent)
                .ifPresent(day -> changes.add(
                        change(MOVED, unit, Optional.of(day), parentName(old.on(day)), parentName(unit.on(day)))));
        differs(old, unit, UnitFacts::name)
                .ifPresent(day -> changes.add(change(
                        RENAMED,
                        unit,
                        Optional.of(day),
                        old.on(day).name(),
                        unit.on(day).name())));
        if (unit.last().isBefore(old.last())) {
            Text by = unit.successor().flatMap(after::byId).map(this::nameOf).orElse(NOTHING);
            changes.add(change(ENDED, unit, Optional.of(unit.last().plusDays(1)), NOTHING, by));
        }
        if (changes.isEmpty()) {
            changes.add(change(CHANGED, unit, differs(old, unit, facts -> facts), NOTHING, NOTHING));
        }
        return changes.stream();
    }

    private Change change(String kind, UnitHistory unit, Optional<LocalDate> on, Text from, Text to) {
        return new Change(kind, unit.id(), unit.code(), nameOf(unit), on, from, to);
    }

    private Text nameOf(UnitHistory unit) {
        return unit.on(unit.last()).name();
    }

    private Text parentName(UnitFacts facts) {
        return facts.parent()
                .flatMap(id -> after.byId(id).or(() -> before.byId(id)))
                .map(this::nameOf)
                .orElse(NOTHING);
    }

    /** The first day on which this fact is another one. */
    private static Optional<LocalDate> differs(UnitHistory old, UnitHistory unit, Function<UnitFacts, Object> fact) {
        return Stream.concat(old.facts().keySet().stream(), unit.facts().keySet().stream())
                .sorted()
                .filter(day -> !fact.apply(old.on(day)).equals(fact.apply(unit.on(day))))
                .findFirst();
    }

    /** Ids of units that give up a code, which another one may take. */
    List<String> recoded() {
        return before.units().stream()
                .filter(old -> after.byId(old.id())
                        .filter(unit -> !unit.code().equals(old.code()))
                        .isPresent())
                .map(UnitHistory::id)
                .toList();
    }

    /** Units that end sooner than they would have. */
    List<UnitHistory> ended() {
        return after.changedSince(before).stream()
                .filter(unit -> before.byId(unit.id())
                        .filter(old -> unit.last().isBefore(old.last()))
                        .isPresent())
                .toList();
    }

    /** Units whose place is another one on any of these days, those below a moved one included. */
    List<Move> moves(Collection<LocalDate> days) {
        Map<String, Move> moves = new LinkedHashMap<>();
        for (LocalDate day : days) {
            UnitTree old = before.on(day);
            UnitTree fresh = after.on(day);
            for (UnitRow row : fresh.all()) {
                var move = new Move(row.id(), path(old.find(row.id())), path(Optional.of(row)));
                if (!move.before().equals(move.after())) {
                    moves.putIfAbsent(row.id(), move);
                }
            }
        }
        return List.copyOf(moves.values());
    }

    private static Optional<String> path(Optional<UnitRow> row) {
        return row.filter(UnitRow::valid).map(UnitRow::path);
    }
}
