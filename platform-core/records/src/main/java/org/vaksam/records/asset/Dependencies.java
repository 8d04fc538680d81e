package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.DependencyTable.Dependency;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.ValueRules;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** What an asset depends on or supplies, and what depends on it: seen from both ends, changed from the one that says it. */
@Component(service = Dependencies.class)
public final class Dependencies {
    /**
     * A dependency as one of the two sees it.
     *
     * @param relation {@code depends-on} or {@code supplies}, in the direction in which it was said
     * @param outgoing whether this asset says it of the other
     */
    public record Link(String id, String relation, boolean outgoing, AssetRow other) {}

    private static final String DEPENDS_ON = "depends-on";
    private static final List<String> RELATIONS = List.of(DEPENDS_ON, "supplies");

    private final PlatformDatabase database;
    private final AssetAccess access;
    private final AssetReading reading;
    private final Journal journal;

    @Activate
    public Dependencies(
            @Reference Tables tables,
            @Reference AssetAccess access,
            @Reference AssetReading reading,
            @Reference Journal journal) {
        this.database = tables.database();
        this.access = access;
        this.reading = reading;
        this.journal = journal;
    }

    /** Those whose other end the caller may see. */
    public List<Link> of(AssetRow row) {
        List<Dependency> all = database.read(sql -> new DependencyTable(sql).about(row.id()));
        Map<String, AssetRow> others =
                reading.byId(all.stream().map(one -> other(one, row)).toList());
        return all.stream()
                .flatMap(one -> Optional.ofNullable(others.get(other(one, row)))
                        .map(other ->
                                new Link(one.id(), one.relation(), one.asset().equals(row.id()), other))
                        .stream())
                .toList();
    }

    /** {@code {"relation", "asset"}}; said twice it is there once. */
    public void add(String id, Map<String, @Nullable Object> members) {
        database.write(sql -> {
            new AssetTable(sql).lock();
            AssetRow row = changeable(sql, id);
            var problems = new Problems();
            Optional<String> relation = ValueRules.choice(RELATIONS)
                    .read(given(members, "relation"), "relation", problems)
                    .map(Object::toString);
            Optional<String> target = reading.find(String.valueOf(given(members, "asset")));
            if (target.isEmpty()) {
                problems.add("asset", "Det finns ingen sådan tillgång.", "There is no such asset.");
            }
            problems.throwIfAny();
            var table = new DependencyTable(sql);
            refuseCircle(table, row, relation.orElseThrow(), target.orElseThrow());
            if (table.find(row.id(), relation.get(), target.get()).isEmpty()) {
                var made = new Dependency(Ids.next(), row.id(), relation.get(), target.get());
                table.insert(made);
                journal.append(entry("linked", row, made));
            }
            return row;
        });
    }

    public void remove(String id, String dependency) {
        database.write(sql -> {
            AssetRow row = changeable(sql, id);
            var table = new DependencyTable(sql);
            Dependency one = table.find(dependency)
                    .filter(found -> found.asset().equals(row.id()))
                    .orElseThrow(() ->
                            Problem.notFound(new Text("Det beroendet finns inte.", "There is no such dependency.")));
            if (table.delete(one.id())) {
                journal.append(entry("unlinked", row, one));
            }
            return row;
        });
    }

    private AssetRow changeable(Sql sql, String id) throws SQLException {
        access.requireReading();
        return access.requireChange(new AssetTable(sql).byId(id));
    }

    private static void refuseCircle(DependencyTable table, AssetRow row, String relation, String target)
            throws SQLException {
        boolean circle = target.equals(row.id());
        Set<String> met = new HashSet<>();
        Collection<String> level = relation.equals(DEPENDS_ON) ? List.of(target) : List.of();
        while (!circle && !level.isEmpty()) {
            var next = new ArrayList<String>();
            for (String reached : table.targets(level, DEPENDS_ON)) {
                circle |= reached.equals(row.id());
                if (met.add(reached)) {
                    next.add(reached);
                }
            }
            level = next;
        }
        if (circle) {
            var problems = new Problems();
            problems.add("asset", "Den skulle bero på sig själv.", "It would depend on itself.");
            problems.throwIfAny();
        }
    }

    private static Journal.Entry entry(String verb, AssetRow row, Dependency one) {
        return AssetEntries.of(verb, row, Map.of("relation", one.relation(), "asset", one.target()));
    }

    private static Object given(Map<String, @Nullable Object> members, String name) {
        Object value = members.get(name);
        return value == null ? "" : value;
    }

    private static String other(Dependency one, AssetRow row) {
        return one.asset().equals(row.id()) ? one.target() : one.asset();
    }
}
