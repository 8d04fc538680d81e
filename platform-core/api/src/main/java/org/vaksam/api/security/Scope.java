package org.vaksam.api.security;

import java.util.HashSet;
import java.util.Set;

/**
 * Where somebody has a permission.
 *
 * @param everywhere also where there is no unit
 * @param units      ids of units, each with everything below it; empty when everywhere
 */
public record Scope(boolean everywhere, Set<String> units) {
    public static final Scope EVERYWHERE = new Scope(true, Set.of());
    public static final Scope NOWHERE = new Scope(false, Set.of());

    /** What is everywhere needs no units. */
    public Scope {
        units = everywhere ? Set.of() : Set.copyOf(units);
    }

    /** In this unit and everything below it. */
    public static Scope below(String unit) {
        return new Scope(false, Set.of(unit));
    }

    /** Where this or the other is. */
    public Scope or(Scope other) {
        if (everywhere || other.isNowhere()) {
            return this;
        }
        if (other.everywhere || isNowhere()) {
            return other;
        }
        var both = new HashSet<>(units);
        both.addAll(other.units);
        return new Scope(false, both);
    }

    /** Whether all of the other surely lies in this one, as far as units tell by themselves. */
    public boolean contains(Scope other) {
        return everywhere || !other.everywhere && units.containsAll(other.units);
    }

    public boolean isNowhere() {
        return !everywhere && units.isEmpty();
    }

    /**
     * Whether a unit lies in it.
     *
     * @param path ids from the root to the unit, joined and ended by {@code /}; empty for what has no unit
     */
    public boolean covers(String path) {
        if (everywhere || units.isEmpty()) {
            return everywhere;
        }
        for (int start = 0, end = path.indexOf('/'); end >= 0; start = end + 1, end = path.indexOf('/', start)) {
            if (units.contains(path.substring(start, end))) {
                return true;
            }
        }
        return false;
    }
}
