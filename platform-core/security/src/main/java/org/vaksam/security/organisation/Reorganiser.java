package org.vaksam.security.organisation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.OrganisationRules.Violation;
import org.vaksam.security.organisation.OrganisationTable.Stored;
import org.vaksam.security.organisation.Reorganisation.Change;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.AccessPreview.Move;

/** Changes the organisation: all of what was asked or nothing, and only to something that is right on every day. */
@Component(service = Reorganiser.class)
public final class Reorganiser {
    private static final int MOST_PROBLEMS = 200;
    private static final int MOST_CHANGES = 500;
    private static final int MOST_DAYS = 5;

    private final SecurityTables tables;
    private final UnitDirectory directory;
    private final Concerned concerned;
    private final Journal journal;

    @Activate
    public Reorganiser(
            @Reference SecurityTables tables,
            @Reference UnitDirectory directory,
            @Reference Concerned concerned,
            @Reference Journal journal) {
        this.tables = tables;
        this.directory = directory;
        this.concerned = concerned;
        this.journal = journal;
    }

    /** The organisation afterwards, or a problem (422) that says what stands in the way. */
    Organisation carryOut(Plan plan) {
        return tables.write(sql -> {
            var table = new OrganisationTable(sql);
            table.lock();
            Organisation before = table.load();
            var done = new Reorganisation(before, plan.applyTo(before));
            List<FieldProblem> problems = problems(plan, done);
            if (!problems.isEmpty()) {
                throw Problem.invalid(problems);
            }
            return save(table, done);
        });
    }

    /** What carrying it out would do. */
    Preview preview(Plan plan) {
        Organisation before = directory.organisation();
        var planned = new Reorganisation(before, plan.applyTo(before));
        List<FieldProblem> problems = problems(plan, planned);
        List<Change> changes = planned.changes();
        Map<String, Long> counts = changes.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
        List<Move> moves = problems.isEmpty() ? planned.moves(days(changes)) : List.of();
        List<String> units = moves.stream()
                .filter(move -> move.before().isPresent())
                .map(Move::unit)
                .toList();
        return new Preview(
                problems.isEmpty(),
                problems,
                counts,
                changes.stream().limit(MOST_CHANGES).toList(),
                units.size(),
                units.isEmpty() ? List.of() : concerned.in(units),
                concerned.access(moves));
    }

    /** What was planned for this day, or for one since the last time, is so now; returns how many units it concerned. */
    int takeEffect() {
        return tables.write(sql -> {
            var table = new OrganisationTable(sql);
            UnitTree tree = directory.tree();
            Map<String, Stored> stored = table.stored();
            if (tree.all().stream().allMatch(row -> Stored.of(row).equals(stored.get(row.id())))) {
                return 0;
            }
            table.lock();
            Organisation now = table.load();
            return write(table, new Reorganisation(now, now));
        });
    }

    private List<FieldProblem> problems(Plan plan, Reorganisation planned) {
        if (!plan.mistakes().isEmpty()) {
            return plan.mistakes();
        }
        List<Violation> broken = OrganisationRules.broken(planned.before(), planned.after());
        return Stream.concat(broken.stream(), broken.isEmpty() ? inUse(planned.ended()) : Stream.empty())
                .map(one -> new FieldProblem(plan.fieldOf(one), one.detail()))
                .distinct()
                .limit(MOST_PROBLEMS)
                .toList();
    }

    private Stream<Violation> inUse(List<UnitHistory> ended) {
        List<UnitHistory> alone =
                ended.stream().filter(unit -> unit.successor().isEmpty()).toList();
        if (alone.isEmpty() || open(alone.stream().map(UnitHistory::id).toList()) == 0) {
            return Stream.empty();
        }
        return alone.stream().flatMap(unit -> {
            long open = open(List.of(unit.id()));
            return open == 0 ? Stream.empty() : Stream.of(new Violation(unit.id(), "successor", inUse(unit, open)));
        });
    }

    private static Text inUse(UnitHistory unit, long open) {
        return new Text(
                unit.code() + " har " + open + " öppna ärenden. Ange en efterträdare.",
                unit.code() + " has " + open + " open records. Name a successor.");
    }

    private long open(List<String> units) {
        return concerned.in(units).stream().mapToLong(Preview.Use::open).sum();
    }

    private static List<LocalDate> days(List<Change> changes) {
        return changes.stream()
                .map(Change::on)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .limit(MOST_DAYS)
                .toList();
    }

    private Organisation save(OrganisationTable table, Reorganisation done) throws SQLException {
        Organisation before = done.before();
        List<UnitHistory> changed = done.after().changedSince(before).stream()
                .map(unit -> unit.atVersion(
                        before.byId(unit.id()).map(old -> old.version() + 1).orElse(1)))
                .toList();
        Organisation saved = done.after().with(changed);
        write(table, new Reorganisation(before, saved));
        return saved;
    }

    private int write(OrganisationTable table, Reorganisation done) throws SQLException {
        List<UnitHistory> changed = done.after().changedSince(done.before());
        var touched = changed.stream().map(UnitHistory::id).collect(Collectors.toSet());
        Map<String, Stored> stored = table.stored();
        var inserts = new ArrayList<UnitRow>();
        var updates = new ArrayList<UnitRow>();
        var entries = new ArrayList<Journal.Entry>();
        for (UnitRow row : done.after().on(directory.today()).all()) {
            Stored old = stored.get(row.id());
            boolean isOther = old == null || !old.equals(Stored.of(row));
            if (isOther || touched.contains(row.id())) {
                (old == null ? inserts : updates).add(row);
            }
            if (touched.contains(row.id()) || old != null && !old.saysTheSameOf(row)) {
                entries.add(UnitEntries.of(row, old == null));
            }
        }
        table.releaseCodes(done.recoded());
        table.insert(inserts);
        table.update(updates);
        table.replaceFacts(changed);
        journal.appendAll(entries);
        directory.changed();
        return entries.size();
    }
}
