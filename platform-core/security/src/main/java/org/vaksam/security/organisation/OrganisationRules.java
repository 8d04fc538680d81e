package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;

/** What must be true of an organisation on every day: units stand below living units, without a circle and not too deep. */
final class OrganisationRules {
    static final int DEEPEST = 20;

    private final Organisation organisation;

    private OrganisationRules(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A unit that breaks a rule, and in which of its fields. */
    record Violation(String unit, String field, Text detail) {}

    /** What is wrong now and was not before. */
    static List<Violation> broken(Organisation before, Organisation after) {
        List<Violation> found = new OrganisationRules(after).violations();
        if (found.isEmpty()) {
            return found;
        }
        var known = new HashSet<>(new OrganisationRules(before).violations());
        return found.stream().filter(one -> !known.contains(one)).toList();
    }

    private List<Violation> violations() {
        var found = new ArrayList<Violation>();
        for (UnitHistory unit : organisation.units()) {
            if (isOther(organisation.byCode(unit.code()), unit)) {
                found.add(taken(unit));
            }
            unit.externalKey()
                    .filter(key -> isOther(organisation.byKey(key), unit))
                    .ifPresent(key -> found.add(violation(
                            unit,
                            "externalKey",
                            "Nyckeln " + key + " hör till en annan enhet.",
                            "The key " + key + " belongs to another unit.")));
            if (unit.last().isBefore(unit.first())) {
                found.add(violation(unit, "validTo", "Ska inte vara före validFrom.", "Must not be before validFrom."));
            } else {
                placeOf(unit).ifPresent(found::add);
            }
            if (unit.successor().isPresent() && !isGood(unit.successor().get(), unit)) {
                found.add(violation(
                        unit,
                        "successor",
                        "Ska vara en annan enhet som finns dagen efter.",
                        "Must be another unit that exists the day after."));
            }
        }
        return found;
    }

    /** Walks up from the unit on each day on which anything above it is different. */
    private Optional<Violation> placeOf(UnitHistory unit) {
        LocalDate day = unit.first();
        while (!day.isAfter(unit.last())) {
            LocalDate next = unit.nextChange(day);
            UnitHistory at = unit;
            for (int level = 1; at.on(day).parent().isPresent(); level++) {
                Optional<UnitHistory> above = at.on(day).parent().flatMap(organisation::byId);
                if (above.isEmpty() || !above.get().isValid(day)) {
                    if (at == unit) {
                        return Optional.of(noParent(unit, above, day));
                    }
                    break;
                }
                at = above.get();
                if (at == unit) {
                    return Optional.of(violation(
                            unit,
                            "parent",
                            "En enhet kan inte ligga under sig själv.",
                            "A unit cannot be below itself."));
                }
                if (level >= DEEPEST && endsInCircle(at, day)) {
                    return Optional.empty();
                }
                if (level >= DEEPEST) {
                    return Optional.of(violation(
                            unit,
                            "parent",
                            "Organisationen kan ha högst " + DEEPEST + " nivåer.",
                            "The organisation can have at most " + DEEPEST + " levels."));
                }
                LocalDate change = at.nextChange(day);
                next = change.isBefore(next) ? change : next;
            }
            day = next;
        }
        return Optional.empty();
    }

    private boolean isGood(String successor, UnitHistory ended) {
        return organisation
                .byId(successor)
                .filter(other -> isNot(ended, other))
                .filter(other -> other.isValid(ended.last().plusDays(1)))
                .isPresent();
    }

    private static boolean isOther(Optional<UnitHistory> holder, UnitHistory unit) {
        return isNot(unit, holder.orElseThrow());
    }

    private static boolean isNot(UnitHistory unit, UnitHistory other) {
        return !other.id().equals(unit.id());
    }

    private static Violation taken(UnitHistory unit) {
        return violation(
                unit, "code", "Koden " + unit.code() + " finns redan.", "The code " + unit.code() + " is taken.");
    }

    /** A circle above a unit is the fault of those in it. */
    private boolean endsInCircle(UnitHistory unit, LocalDate day) {
        var met = new HashSet<String>();
        Optional<UnitHistory> at = Optional.of(unit);
        while (at.isPresent() && met.add(at.get().id())) {
            at = at.get().on(day).parent().flatMap(organisation::byId);
        }
        return at.isPresent();
    }

    private static Violation noParent(UnitHistory unit, Optional<UnitHistory> parent, LocalDate day) {
        String code = parent.map(UnitHistory::code).orElse("?");
        String since = day.equals(UnitHistory.START) ? "" : " " + day;
        return violation(
                unit,
                "parent",
                "Enheten ovanför " + unit.code() + ", " + code + ", finns inte" + since + ".",
                "The unit above " + unit.code() + ", " + code + ", does not exist"
                        + (since.isEmpty() ? "" : " on" + since) + ".");
    }

    private static Violation violation(UnitHistory unit, String field, String swedish, String english) {
        return new Violation(unit.id(), field, new Text(swedish, english));
    }
}
