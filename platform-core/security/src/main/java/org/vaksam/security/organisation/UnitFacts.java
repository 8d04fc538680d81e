package org.vaksam.security.organisation;

import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * What is true of a unit until something of it changes.
 *
 * @param parent  id of the unit above
 * @param manager id of an account
 */
public record UnitFacts(
        Text name, String type, Optional<String> parent, Optional<String> manager, Optional<String> costCentre) {

    /** The same below another unit. */
    UnitFacts below(Optional<String> newParent) {
        return new UnitFacts(name, type, newParent, manager, costCentre);
    }

    /** What becomes of these facts when those before them change: each that was the same as before stays the same. */
    UnitFacts follow(UnitFacts before, UnitFacts after) {
        return new UnitFacts(
                follow(name, before.name, after.name),
                follow(type, before.type, after.type),
                follow(parent, before.parent, after.parent),
                follow(manager, before.manager, after.manager),
                follow(costCentre, before.costCentre, after.costCentre));
    }

    private static <T> T follow(T now, T before, T after) {
        return now.equals(before) ? after : now;
    }
}
