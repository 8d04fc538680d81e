package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.EntityTags;

/** Plans for single units: a new one, changes and moves, the end with or without a successor. */
@Component(service = UnitAdministration.class)
public final class UnitAdministration {
    private final UnitDirectory directory;
    private final Accounts accounts;

    @Activate
    public UnitAdministration(@Reference UnitDirectory directory, @Reference Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** A new unit with this id. */
    Plan create(String id, @Nullable Map<String, @Nullable Object> body) {
        UnitInput wanted = UnitInput.ofNew(body);
        return now -> {
            refuseTaken(now, id, wanted.code());
            var blank = new UnitFacts(Text.same(""), "", Optional.empty(), Optional.empty(), Optional.empty());
            UnitFacts facts = facts(wanted, blank, now);
            var unit = new UnitHistory(
                    id,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    UnitHistory.always(facts));
            return now.with(List.of(wanted.over(unit)));
        };
    }

    /**
     * Changes what was sent. Name, type, parent, manager and cost centre change {@code from} a day, today when nothing is said;
     * the rest for all time. What may be empty may be set to null.
     *
     * @param expected which versions the change is based on
     */
    Plan change(String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body) {
        UnitInput wanted = UnitInput.ofChange(body);
        return now -> {
            UnitHistory before = known(now, id, expected);
            refuseTaken(now, before.id(), wanted.code());
            UnitHistory lasting = wanted.over(before);
            LocalDate from = wanted.from().orElseGet(() -> lasting.nearest(directory.today()));
            return now.with(List.of(lasting.changed(from, facts -> facts(wanted, facts, now))));
        };
    }

    /** {@code {"last", "successor"?}}: its last day; the successor answers for it then, and has what stands below it. */
    Plan end(String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "last", "successor").required("last");
        Optional<LocalDate> last = input.date("last");
        Optional<String> successor = input.optionalLine("successor", UnitInput.LONGEST);
        input.check();
        return new Plan() {
            @Override
            public Organisation applyTo(Organisation now) {
                UnitHistory unit = known(now, id, expected);
                Optional<String> by = successor.map(code -> found(now, code, "successor"));
                return ended(now, unit, last.orElseThrow(), by);
            }

            @Override
            public String fieldOf(OrganisationRules.Violation violation) {
                return violation.field().equals("validTo") ? "last" : "successor";
            }
        };
    }

    static Organisation ended(Organisation now, UnitHistory unit, LocalDate last, Optional<String> successor) {
        var changed = new ArrayList<UnitHistory>();
        if (successor.isPresent()) {
            Optional<String> above = unit.on(unit.nearest(last)).parent();
            for (UnitHistory child : now.units()) {
                boolean takesOver = successor.get().equals(child.id());
                UnitHistory moved = child.reparented(last.plusDays(1), unit.id(), takesOver ? above : successor);
                if (!moved.isSame(child)) {
                    changed.add(moved);
                }
            }
        }
        changed.add(unit.ended(Optional.of(last), successor));
        return now.with(changed);
    }

    private UnitFacts facts(UnitInput wanted, UnitFacts before, Organisation now) {
        Optional<String> parent = wanted.parent().map(code -> found(now, code, "parent"));
        Optional<String> manager = wanted.manager().map(name -> accounts.find(name)
                .map(Accounts.Account::id)
                .orElseThrow(() -> wrong("manager", UnitInput.NO_ACCOUNT)));
        return wanted.over(before, parent, manager);
    }

    private static UnitHistory known(Organisation now, String id, IntPredicate expected) {
        UnitHistory unit = now.find(id).orElseThrow(() -> Problem.notFound(UnitInput.NO_UNIT));
        EntityTags.check(expected, unit.version());
        return unit;
    }

    private static String found(Organisation now, String idOrCode, String field) {
        return now.find(idOrCode).map(UnitHistory::id).orElseThrow(() -> wrong(field, UnitInput.NO_UNIT));
    }

    private static void refuseTaken(Organisation now, String id, Optional<String> code) {
        code.flatMap(now::byCode).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw Problem.conflict(
                    new Text("Koden " + other.code() + " finns redan.", "The code " + other.code() + " is taken."));
        });
    }

    private static Problem wrong(String field, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(field, detail)));
    }
}
