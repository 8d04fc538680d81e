package org.vaksam.records.engine;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.records.engine.Arrivals.Arrival;
import org.vaksam.records.engine.NewRows.Fresh;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Stores many records at once, each external key once, whoever else stores the same at the same time. */
@Component(service = Records.class)
public final class RecordImport implements Records {
    /** A record's place among the given ones, checked. */
    private record Checked(int index, Fresh fresh) {}

    private record Origin(String type, String source, String key) {}

    private final PlatformDatabase database;
    private final RecordStore store;
    private final Arrivals arrivals;
    private final ImportCheck check;

    @Activate
    public RecordImport(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference Arrivals arrivals,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference Organisation organisation) {
        this.database = tables.database();
        this.store = store;
        this.arrivals = arrivals;
        this.check = new ImportCheck(definitions, permissions, organisation);
    }

    @Override
    public List<Outcome> createAll(List<NewRecord> records) {
        var outcomes = new ArrayList<@Nullable Outcome>(Collections.nCopies(records.size(), null));
        var checked = new ArrayList<Checked>();
        for (int i = 0; i < records.size(); i++) {
            try {
                checked.add(new Checked(i, check.check(records.get(i))));
            } catch (Problem problem) {
                outcomes.set(i, new Outcome(Optional.empty(), false, Optional.of(problem)));
            }
        }
        if (!checked.isEmpty()) {
            Map<Integer, Outcome> stored = database.write(sql -> store(sql, checked));
            stored.forEach(outcomes::set);
        }
        return outcomes.stream().map(Objects::requireNonNull).toList();
    }

    private Map<Integer, Outcome> store(Sql sql, List<Checked> checked) throws SQLException {
        var outcomes = new HashMap<Integer, Outcome>();
        Map<Origin, String> known = known(sql, checked);
        var firsts = new LinkedHashMap<Origin, Integer>();
        var fresh = new LinkedHashMap<String, List<Checked>>();
        var repeated = new HashMap<Integer, Origin>();
        for (Checked one : checked) {
            Optional<Origin> origin = origin(one.fresh());
            if (origin.isPresent() && known.containsKey(origin.get())) {
                outcomes.put(one.index(), existing(known.get(origin.get())));
            } else if (origin.isPresent() && firsts.putIfAbsent(origin.get(), one.index()) != null) {
                repeated.put(one.index(), origin.get());
            } else {
                fresh.computeIfAbsent(one.fresh().type().name(), type -> new ArrayList<>())
                        .add(one);
            }
        }
        for (List<Checked> ofType : fresh.values()) {
            insert(sql, ofType, outcomes);
        }
        repeated.forEach((index, origin) -> {
            Outcome first = outcomes.get(firsts.get(origin));
            outcomes.put(index, new Outcome(first == null ? Optional.empty() : first.id(), false, Optional.empty()));
        });
        return outcomes;
    }

    private void insert(Sql sql, List<Checked> ofType, Map<Integer, Outcome> outcomes) throws SQLException {
        List<Arrival> made = arrivals.expect(ofType.stream().map(Checked::fresh).toList());
        arrivals.settle(made, rows -> {
            try {
                store.insertAll(sql, sorted(rows));
            } catch (SQLException e) {
                throw Failure.isDuplicate(e) ? overtaken(e) : e;
            }
        });
        for (int i = 0; i < made.size(); i++) {
            String id = made.get(i).row().id();
            outcomes.put(ofType.get(i).index(), new Outcome(Optional.of(id), true, Optional.empty()));
        }
    }

    private Map<Origin, String> known(Sql sql, List<Checked> checked) throws SQLException {
        var keys = new LinkedHashMap<Origin, Set<String>>();
        for (Checked one : checked) {
            origin(one.fresh()).ifPresent(origin -> keys.computeIfAbsent(
                            new Origin(origin.type(), origin.source(), ""), source -> new LinkedHashSet<>())
                    .add(origin.key()));
        }
        var known = new HashMap<Origin, String>();
        for (Map.Entry<Origin, Set<String>> entry : keys.entrySet()) {
            String type = entry.getKey().type();
            String source = entry.getKey().source();
            store.idsByKey(sql, type, source, entry.getValue())
                    .forEach((key, id) -> known.put(new Origin(type, source, key), id));
        }
        return known;
    }

    /** In one order for everybody, so that two imports of the same things wait for each other instead of dead-locking. */
    private static List<RecordRow> sorted(List<RecordRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.externalKey()
                        .map(origin -> origin.source() + " " + origin.key())
                        .orElse("")))
                .toList();
    }

    private static Optional<Origin> origin(Fresh fresh) {
        Optional<ExternalKey> key = fresh.externalKey();
        return key.map(origin -> new Origin(fresh.type().name(), origin.source(), origin.key()));
    }

    private static Outcome existing(@Nullable String id) {
        return new Outcome(Optional.ofNullable(id), false, Optional.empty());
    }

    /** Has the outermost transaction repeated: what somebody else stored meanwhile is found then. */
    private static SQLException overtaken(SQLException cause) {
        return new SQLTransactionRollbackException("Stored by somebody else at the same time", "40001", cause);
    }
}
