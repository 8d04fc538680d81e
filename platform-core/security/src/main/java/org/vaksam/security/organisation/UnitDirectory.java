package org.vaksam.security.organisation;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.access.ShortMemory;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.Units;

/** The units, kept in memory as a whole: there are thousands at most, and every record asks for one. */
@Component(service = {Units.class, UnitDirectory.class})
public final class UnitDirectory implements Units {
    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int DAYS = 16;

    private final SecurityTables tables;
    private final Calendar calendar;
    private final ShortMemory<String, Organisation> fresh = new ShortMemory<>(MEMORY, 1);
    private final ShortMemory<Shown, UnitTree> trees = new ShortMemory<>(Duration.ofDays(1), DAYS);
    private final ShortMemory<Shown, UnitSearch> searches = new ShortMemory<>(Duration.ofDays(1), DAYS);

    private volatile Organisation last = new Organisation(-1, List.of());

    /** What a tree shows. */
    private record Shown(long revision, LocalDate day) {}

    @Activate
    public UnitDirectory(@Reference SecurityTables tables, @Reference Calendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    @Override
    public Optional<Unit> find(String idOrCode) {
        return tree().find(idOrCode).map(UnitRow::unit);
    }

    @Override
    public List<Unit> all() {
        return tree().all().stream().map(UnitRow::unit).toList();
    }

    /** Ids of the unit and of those above it, the nearest first; empty when there is no such unit. */
    public List<String> upwards(String id) {
        return line(id).stream().map(UnitRow::id).toList();
    }

    /** Managers of the unit and of those above it, the nearest first. */
    public List<String> managers(String id) {
        return line(id).stream().flatMap(row -> row.manager().stream()).toList();
    }

    private List<UnitRow> line(String id) {
        UnitTree tree = tree();
        var rows = new ArrayList<UnitRow>();
        tree.find(id).ifPresent(row -> {
            rows.addAll(tree.above(row));
            rows.add(row);
        });
        Collections.reverse(rows);
        return rows;
    }

    LocalDate today() {
        return calendar.today();
    }

    UnitTree tree() {
        return tree(today());
    }

    UnitTree tree(LocalDate day) {
        Organisation now = organisation();
        return trees.get(new Shown(now.revision(), day), key -> Optional.of(now.on(day)))
                .orElseThrow();
    }

    /** Searches those that exist on the day. */
    UnitSearch search(LocalDate day) {
        var shown = new Shown(organisation().revision(), day);
        return searches.get(
                        shown,
                        key -> Optional.of(new UnitSearch(tree(day).inOrder().stream()
                                .filter(UnitRow::valid)
                                .toList())))
                .orElseThrow();
    }

    /** Read again only when it has changed. */
    Organisation organisation() {
        return fresh.get("all", key -> Optional.of(tables.read(sql -> newest(new OrganisationTable(sql)))))
                .orElseThrow();
    }

    private Organisation newest(OrganisationTable table) throws SQLException {
        Organisation known = last;
        if (known.revision() == table.revision()) {
            return known;
        }
        Organisation read = table.load();
        last = read;
        return read;
    }

    /** After the commit, everything is read anew. */
    void changed() {
        tables.afterCommit(fresh::forget);
    }
}
