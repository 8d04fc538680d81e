package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A unit through all its time.
 *
 * @param validTo   its last day
 * @param successor id of the unit that answers for it when it has ended
 * @param facts     by the day since when they are true; the first ones are true since {@link #START}
 */
public record UnitHistory(
        String id,
        String code,
        Optional<String> externalKey,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> successor,
        int version,
        NavigableMap<LocalDate, UnitFacts> facts) {
    static final LocalDate START = LocalDate.of(1000, 1, 1);
    static final LocalDate END = LocalDate.of(9999, 12, 31);

    public UnitHistory {
        facts = Collections.unmodifiableNavigableMap(facts);
    }

    /** With facts that are true from the start. */
    static NavigableMap<LocalDate, UnitFacts> always(UnitFacts facts) {
        return new TreeMap<>(Collections.singletonMap(START, facts));
    }

    LocalDate first() {
        return validFrom.orElse(START);
    }

    LocalDate last() {
        return validTo.orElse(END);
    }

    boolean isValid(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /** The day itself, or the nearest one on which the unit exists. */
    LocalDate nearest(LocalDate day) {
        return day.isBefore(first()) ? first() : day.isAfter(last()) ? last() : day;
    }

    UnitFacts on(LocalDate day) {
        return facts.floorEntry(day.isBefore(START) ? START : day).getValue();
    }

    /** The first day after this one on which anything of it is different. */
    LocalDate nextChange(LocalDate day) {
        LocalDate next = END.plusDays(1);
        LocalDate changed = facts.higherKey(day);
        if (changed != null) {
            next = changed;
        }
        if (first().isAfter(day) && first().isBefore(next)) {
            next = first();
        }
        LocalDate gone = last().plusDays(1);
        return gone.isAfter(day) && gone.isBefore(next) ? gone : next;
    }

    /** With other facts from this day on; what was to change later still does. */
    UnitHistory changed(LocalDate from, UnaryOperator<UnitFacts> change) {
        var next = new TreeMap<>(facts.headMap(from, false));
        UnitFacts before = on(from);
        UnitFacts after = change.apply(before);
        next.put(from, after);
        for (var later : facts.tailMap(from, false).entrySet()) {
            after = later.getValue().follow(before, after);
            before = later.getValue();
            next.put(later.getKey(), after);
        }
        return with(withoutRepeats(next));
    }

    /** From this day on below the other unit, wherever it would have been below the one. */
    UnitHistory reparented(LocalDate from, String one, Optional<String> other) {
        if (from.isAfter(END)) {
            return this;
        }
        var next = new TreeMap<>(facts);
        next.put(from, on(from));
        next.tailMap(from, true)
                .replaceAll((since, fact) -> fact.parent().equals(Optional.of(one)) ? fact.below(other) : fact);
        return with(withoutRepeats(next));
    }

    UnitHistory ended(Optional<LocalDate> lastDay, Optional<String> by) {
        return new UnitHistory(id, code, externalKey, validFrom, lastDay, by, version, facts);
    }

    UnitHistory atVersion(int number) {
        return new UnitHistory(id, code, externalKey, validFrom, validTo, successor, number, facts);
    }

    /** Whether both say the same, whatever their versions are. */
    boolean isSame(UnitHistory other) {
        return equals(other.atVersion(version));
    }

    private UnitHistory with(NavigableMap<LocalDate, UnitFacts> newFacts) {
        return new UnitHistory(id, code, externalKey, validFrom, validTo, successor, version, newFacts);
    }

    private static TreeMap<LocalDate, UnitFacts> withoutRepeats(NavigableMap<LocalDate, UnitFacts> facts) {
        var kept = new TreeMap<LocalDate, UnitFacts>();
        facts.forEach((since, fact) -> {
            if (kept.isEmpty() || !kept.lastEntry().getValue().equals(fact)) {
                kept.put(since, fact);
            }
        });
        return kept;
    }
}
