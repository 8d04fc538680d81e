package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Accounts;

/** Units as clients see them, with the names of what they point at. */
@Component(service = UnitViews.class)
public final class UnitViews {
    private final UnitDirectory directory;
    private final Accounts accounts;

    @Activate
    public UnitViews(@Reference UnitDirectory directory, @Reference Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** A unit that another one points at. */
    public record Named(String id, String code, Text name) {
        static Named of(UnitRow row) {
            return new Named(row.id(), row.code(), row.name());
        }
    }

    /** The account of a manager. */
    public record Person(String id, String name) {}

    /** A line of the tree; {@code children} is how many stand directly below. */
    public record Node(UnitRow unit, int children) {}

    /** What a search found, with everything above it from the top. */
    public record Hit(UnitRow unit, List<Named> above) {}

    /** The best hits of {@code total}. */
    public record Hits(List<Hit> items, int total) {}

    /** All about a unit on one day. */
    public record Details(
            UnitRow unit, List<Named> above, int children, Optional<Person> manager, Optional<Named> successor) {}

    /** What was or will be true of it from one day to another; without an end until further notice. */
    public record Period(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Text name,
            String type,
            Optional<Named> parent,
            Optional<Person> manager,
            Optional<String> costCentre) {}

    List<Node> children(Optional<String> parent, LocalDate day) {
        UnitTree tree = directory.tree(day);
        Optional<String> id = parent.map(code -> known(tree, code).id());
        return tree.children(id).stream()
                .map(row -> new Node(row, tree.children(Optional.of(row.id())).size()))
                .toList();
    }

    Hits search(String words, LocalDate day, int limit) {
        UnitTree tree = directory.tree(day);
        UnitSearch.Found found = directory.search(day).find(words, limit);
        return new Hits(
                found.rows().stream().map(row -> new Hit(row, above(tree, row))).toList(), found.total());
    }

    Details details(String idOrCode, LocalDate day) {
        UnitTree tree = directory.tree(day);
        UnitRow row = known(tree, idOrCode);
        return new Details(
                row,
                above(tree, row),
                tree.children(Optional.of(row.id())).size(),
                row.manager().map(this::person),
                row.successor().flatMap(tree::find).map(Named::of));
    }

    /** Newest first. */
    List<Period> history(String idOrCode) {
        Organisation organisation = directory.organisation();
        UnitHistory unit = organisation.find(idOrCode).orElseThrow(() -> Problem.notFound(UnitInput.NO_UNIT));
        NavigableMap<LocalDate, UnitFacts> newestFirst = unit.facts().descendingMap();
        var periods = new ArrayList<Period>();
        Optional<LocalDate> to = unit.validTo();
        for (Map.Entry<LocalDate, UnitFacts> entry : newestFirst.entrySet()) {
            LocalDate from = entry.getKey();
            boolean counts =
                    !from.isAfter(unit.last()) && !to.orElse(UnitHistory.END).isBefore(unit.first());
            if (counts) {
                boolean isFirst = !from.isAfter(unit.first());
                periods.add(period(entry.getValue(), isFirst ? unit.validFrom() : Optional.of(from), to));
                to = Optional.of(from.minusDays(1));
            }
        }
        return periods;
    }

    private Period period(UnitFacts facts, Optional<LocalDate> from, Optional<LocalDate> to) {
        UnitTree then = directory.tree(from.orElseGet(directory::today));
        return new Period(
                from,
                to,
                facts.name(),
                facts.type(),
                facts.parent().flatMap(then::find).map(Named::of),
                facts.manager().map(this::person),
                facts.costCentre());
    }

    private static List<Named> above(UnitTree tree, UnitRow row) {
        return tree.above(row).stream().map(Named::of).toList();
    }

    private static UnitRow known(UnitTree tree, String idOrCode) {
        return tree.find(idOrCode).orElseThrow(() -> Problem.notFound(UnitInput.NO_UNIT));
    }

    private Person person(String account) {
        return new Person(account, accounts.names(Set.of(account)).getOrDefault(account, ""));
    }
}
