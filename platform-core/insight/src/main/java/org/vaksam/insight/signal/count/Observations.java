package org.vaksam.insight.signal.count;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.signal.method.Ages;
import org.vaksam.insight.signal.method.Cases;
import org.vaksam.insight.signal.method.Spots;

/** What the records that a query matches say about what happened when, where, and how long it is open. */
public final class Observations {
    private final Cases cases = new Cases();
    private final Map<Integer, Spots> spotsOfTypes = new HashMap<>();
    private final Map<Integer, Spots> spotsOfKinds = new HashMap<>();
    private final Map<Integer, Ages> ages = new HashMap<>();
    private final Map<Integer, Overdue> overdue = new HashMap<>();
    private final Map<Long, Integer> kinds = new HashMap<>();
    private final Map<Integer, Kind> names = new HashMap<>();
    private final Ordinals ordinals;

    Observations(Ordinals ordinals) {
        this.ordinals = ordinals;
    }

    /** A kind of a type. */
    public record Kind(String type, String kind) {}

    /**
     * Records with open actions whose day has passed.
     *
     * @param since the earliest of these days
     */
    public record Overdue(int records, LocalDate since) {
        private Overdue and(Overdue other) {
            return new Overdue(records + other.records, since.isBefore(other.since) ? since : other.since);
        }
    }

    public Cases cases() {
        return cases;
    }

    /** By number of the type. */
    public Map<Integer, Spots> spotsOfTypes() {
        return spotsOfTypes;
    }

    /** By number of the kind. */
    public Map<Integer, Spots> spotsOfKinds() {
        return spotsOfKinds;
    }

    /** By number of the kind. */
    public Map<Integer, Ages> ages() {
        return ages;
    }

    /** By number of the type. */
    public Map<Integer, Overdue> overdue() {
        return overdue;
    }

    /** The kind with this number. */
    public Kind kind(int number) {
        return names.getOrDefault(number, new Kind("", ""));
    }

    /** The type with this number. */
    public String type(int number) {
        return key(Dimensions.TYPE, number);
    }

    /** The key with this number. */
    public String key(Dimension dimension, int number) {
        return ordinals.of(dimension.field()).key(number);
    }

    /** One number for a kind of a type. */
    int kind(int type, int kind) {
        return kinds.computeIfAbsent((long) type << Integer.SIZE | kind, any -> {
            int number = names.size() + 1;
            names.put(number, new Kind(type(type), key(Dimensions.KIND, kind)));
            return number;
        });
    }

    void addSpot(int type, int kind, int row, int column, int age) {
        spotsOfTypes.computeIfAbsent(type, any -> new Spots()).add(row, column, age);
        spotsOfKinds.computeIfAbsent(kind, any -> new Spots()).add(row, column, age);
    }

    void addOverdue(int type, LocalDate since) {
        overdue.merge(type, new Overdue(1, since), Overdue::and);
    }

    Ages agesOf(int kind) {
        return ages.computeIfAbsent(kind, any -> new Ages());
    }
}
