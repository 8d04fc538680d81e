package org.vaksam.records.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.store.RetentionTable;
import org.vaksam.records.store.RuleTable;
import org.vaksam.records.store.RunTable;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Retention over a record engine, on a database of its own. */
public final class Office implements AutoCloseable {
    static final String TYPE = "incidents.report";

    public final Engine engine;
    public final RetentionRules rules;
    public final RetentionPreview preview;
    final RetentionTable table;
    final List<String> erased = new ArrayList<>();
    private final Tables tables;
    private final List<RetentionRuns> opened = new ArrayList<>();

    public Office(TestDatabase database) {
        engine = new Engine(database).withReports();
        engine.access.be(FakeAccess.ANNA, "*");
        tables = new Tables(database.database(), database.migrations(), ClassPathBundle.contextOf(Tables.class));
        rules = new RetentionRules(tables, new RuleTable(tables), engine.definitions, engine.journal);
        table = new RetentionTable(tables);
        preview = new RetentionPreview(rules, table);
    }

    /** As after a start of the platform. */
    public RetentionRuns runs() {
        var removal = new RecordRemoval(
                engine.store,
                engine.definitions,
                (type, subject, content) -> {
                    erased.add(subject);
                    return 1;
                },
                engine.journal);
        var traces = new RecordTraces(engine.definitions, engine.database.rows());
        var runs = new RetentionRuns(
                tables, new RunTable(tables), preview, removal, traces, engine.permissions, engine.journal);
        opened.add(runs);
        return runs;
    }

    public void rule(String kind, Map<String, ?> rule) {
        rules.put(TYPE, kind, Map.copyOf(rule));
    }

    /** A theft that was closed at this time. */
    public RecordRow closed(String at, Map<String, Object> members) {
        var all = new HashMap<String, Object>(Map.of("kind", "theft", "title", "Stulen cykel", "severity", 2));
        all.putAll(members);
        RecordRow row = engine.create(all);
        row = engine.change.transition(engine.type(), row.id(), Optional.empty(), "triage", Map.of());
        row = engine.change.transition(engine.type(), row.id(), Optional.empty(), "close", Map.of("reason", "Klart"));
        sql("UPDATE record SET closed_at = ? WHERE id = ?", Instant.parse(at), row.id());
        return row;
    }

    int sql(String statement, Object... parameters) {
        return engine.database.database().write(sql -> sql.update(statement, parameters));
    }

    long count(String query, Object... parameters) {
        return engine.database.database().read(sql -> sql.number(query, parameters));
    }

    @Override
    public void close() {
        opened.forEach(RetentionRuns::close);
        engine.close();
    }
}
