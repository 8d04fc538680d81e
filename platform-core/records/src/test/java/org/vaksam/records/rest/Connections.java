package org.vaksam.records.rest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.data.Ids;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.link.Companions;
import org.vaksam.records.link.ConversionPlanner;
import org.vaksam.records.link.Conversions;
import org.vaksam.records.link.Dismissals;
import org.vaksam.records.link.KindChange;
import org.vaksam.records.link.Links;
import org.vaksam.records.link.MergePlanner;
import org.vaksam.records.link.Merges;
import org.vaksam.records.link.Pair;
import org.vaksam.records.link.Proposals;
import org.vaksam.records.link.ReadModel;
import org.vaksam.records.link.Series;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordCompanions;
import org.vaksam.spi.records.RecordLikeness;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.testkit.ClassPathBundle;

/** The resources of connections as the container puts them together, with a read model that finds every record there is. */
final class Connections implements RecordSearch, RecordLikeness, RecordCompanions {
    /** What the read model says of every record. */
    final List<Like> likes = new ArrayList<>();

    final List<String> people = new ArrayList<>();
    /** Tables of others; one that is not there breaks a merge in its middle. */
    volatile Set<String> tables = Set.of();

    private final Engine engine;

    Connections(Engine engine) {
        this.engine = engine;
    }

    Object[] resources() {
        var tables = new Tables(
                engine.database.database(), engine.database.migrations(), ClassPathBundle.contextOf(Tables.class));
        var holds = new HoldTable(tables);
        var model = new ReadModel();
        model.bindSearch(this);
        model.bindLikeness(this);
        var companions = new Companions();
        companions.bind(this);
        var pair = new Pair(engine.reading, engine.permissions, engine.journal);
        var links = new Links(tables, engine.reading, engine.permissions, engine.assets.reading, pair, engine.journal);
        var dismissals = new Dismissals(tables, engine.permissions, pair);
        var proposals = new Proposals(
                tables, engine.store, engine.reading, engine.permissions, engine.assets.reading, model, dismissals);
        var series = new Series(tables, engine.reading, engine.permissions, pair, engine.journal);
        var merges = new Merges(
                tables,
                engine.store,
                holds,
                engine.definitions,
                engine.permissions,
                new MergePlanner(engine.definitions, engine.organisation),
                companions,
                pair,
                engine.journal);
        var planner = new ConversionPlanner(engine.definitions, engine.organisation);
        var conversions = new Conversions(
                tables,
                engine.store,
                engine.creation,
                engine.permissions,
                engine.keys,
                planner,
                companions,
                engine.definitions,
                links,
                pair);
        var kind = new KindChange(
                tables,
                engine.store,
                engine.definitions,
                engine.permissions,
                planner,
                engine.holds,
                pair,
                engine.journal,
                engine.process,
                engine.services,
                engine.organisation);
        var json = new ConnectionJson(engine.definitions, engine.organisation, new Dormancy(engine.definitions));
        return new Object[] {
            new LinksResource(engine.reading, links, json),
            new AssetLinksResource(links, json),
            new ProposalsResource(engine.reading, proposals, dismissals, json),
            new SeriesResource(engine.reading, series, json),
            new MergeResource(engine.reading, merges, json),
            new ConversionResource(
                    engine.reading, engine.creation, engine.permissions, engine.definitions, conversions, json),
            new KindResource(engine.reading, kind, json)
        };
    }

    /** A table of somebody else, with rows about records. */
    void table(String name, String... records) {
        engine.database.database().write(sql -> {
            sql.update("CREATE TABLE " + name
                    + " (id CHAR(36) NOT NULL PRIMARY KEY, record_id CHAR(36) NOT NULL, words VARCHAR(20))");
            return true;
        });
        for (String record : records) {
            row(name, record);
        }
        tables = Set.of(name);
    }

    void row(String table, String record) {
        engine.database
                .database()
                .write(sql -> sql.update(
                        "INSERT INTO " + table + " (id, record_id, words) VALUES (?, ?, 'x')", Ids.next(), record));
    }

    long rows(String table, String record) {
        return engine.database.database().read(sql -> count(sql, table, record));
    }

    private static long count(Sql sql, String table, String record) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM " + table + " WHERE record_id = ?", record);
    }

    @Override
    public Page search(RecordQuery query) {
        List<String> ids = engine.store.page(Optional.empty(), 1_000).stream()
                .map(RecordRow::id)
                .toList();
        return new Page(ids, ids.size(), Optional.empty());
    }

    @Override
    public List<Like> similarText(RecordRow row, int limit) {
        return List.copyOf(likes);
    }

    @Override
    public List<String> samePeople(RecordRow row, int limit) {
        return List.copyOf(people);
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public Map<String, String> copied(RecordRow from, RecordRow to) {
        return engine.casework.copy(from.id(), to.id());
    }
}
