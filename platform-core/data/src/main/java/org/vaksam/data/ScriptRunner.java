package org.vaksam.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.data.SchemaHistory.Applied;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Sql;

/** Brings schemas up and down, inside the transaction of whoever asks. */
@Component(service = Migrations.class)
public final class ScriptRunner implements Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final int MAX_DOWN = 32_000;

    private final TransactionTemplate transactions;
    private final SqlDatabase database;
    private final Map<String, Map<String, String>> platformFiles = new ConcurrentHashMap<>();

    @Activate
    public ScriptRunner(@Reference TransactionTemplate transactions, @Reference SqlDatabase database) {
        this.transactions = transactions;
        this.database = database;
        transactions.separately(() -> database.write(sql -> {
            SchemaHistory.create(sql, database.dialect());
            return List.of();
        }));
    }

    @Override
    public void platform(String part, Bundle bundle) {
        String owner = PLATFORM + ":" + part;
        Map<String, String> files = ScriptFiles.texts(bundle);
        platformFiles.put(owner, files);
        List<Script> scripts = ScriptFiles.of(files, database.dialect());
        transactions.separately(() -> database.write(sql -> {
            if (missing(owner, scripts, SchemaHistory.of(sql, owner)).isEmpty()) {
                return List.of();
            }
            return apply(sql, owner, Schemas.PLATFORM, scripts);
        }));
    }

    @Override
    public List<Statement> up(String module, Bundle bundle) {
        String schema = Schemas.of(module);
        List<Script> scripts = ScriptFiles.of(bundle, database.dialect());
        return database.write(sql -> apply(sql, module, schema, scripts));
    }

    @Override
    public List<Statement> down(String module) {
        String schema = Schemas.of(module);
        return database.write(sql -> {
            SchemaHistory.lock(sql);
            List<Applied> newestFirst = new ArrayList<>(SchemaHistory.of(sql, module));
            Collections.reverse(newestFirst);
            if (newestFirst.isEmpty()) {
                return List.of();
            }
            List<Statement> done =
                    new ScriptExecution(sql, database.dialect()).inSchema(schema, () -> undo(sql, module, newestFirst));
            dropWhenEmpty(sql.connection(), schema);
            return done;
        });
    }

    @Override
    public Map<String, Map<String, String>> platformFiles() {
        return Map.copyOf(platformFiles);
    }

    @Override
    public List<String> applied(String module) {
        return database.read(sql ->
                SchemaHistory.of(sql, module).stream().map(Applied::script).toList());
    }

    private List<Statement> apply(Sql sql, String owner, String schema, List<Script> scripts) throws SQLException {
        SchemaHistory.lock(sql);
        List<Script> missing = missing(owner, scripts, SchemaHistory.of(sql, owner));
        if (missing.isEmpty()) {
            return List.of();
        }
        if (!Schemas.exists(sql.connection(), schema)) {
            sql.update("CREATE SCHEMA " + schema);
        }
        var execution = new ScriptExecution(sql, database.dialect());
        return execution.inSchema(schema, () -> {
            var done = new ArrayList<Statement>();
            for (Script script : missing) {
                done.addAll(execution.run(script.id(), script.up()));
                SchemaHistory.add(sql, owner, script);
            }
            LOG.info(
                    "Schema {} of {}: {}",
                    schema,
                    owner,
                    missing.stream().map(Script::id).toList());
            return done;
        });
    }

    private static List<Script> missing(String owner, List<Script> scripts, List<Applied> applied) {
        Map<String, Applied> byNumber =
                applied.stream().collect(Collectors.toMap(one -> number(one.script()), Function.identity()));
        var missing = new ArrayList<Script>();
        for (Script script : scripts) {
            Applied same = byNumber.get(number(script.id()));
            if (same == null) {
                missing.add(script);
            } else if (!same.script().equals(script.id()) || !same.checksum().equals(script.checksum())) {
                throw ScriptProblems.edited(owner, same.script());
            }
        }
        for (Script script : missing) {
            if (!applied.isEmpty()
                    && script.id().compareTo(applied.get(applied.size() - 1).script()) < 0) {
                throw ScriptProblems.tooLate(
                        owner, script.id(), applied.get(applied.size() - 1).script());
            }
            if (script.down().orElse("").length() > MAX_DOWN) {
                throw ScriptProblems.tooLong(script.id());
            }
        }
        return missing;
    }

    private static String number(String script) {
        return script.substring(0, script.indexOf('-'));
    }

    private List<Statement> undo(Sql sql, String module, List<Applied> newestFirst) throws SQLException {
        var done = new ArrayList<Statement>();
        for (Applied script : newestFirst) {
            String down = script.down().orElseThrow(() -> ScriptProblems.noWayDown(module, script.script()));
            done.addAll(new ScriptExecution(sql, database.dialect()).run(script.script(), down));
            SchemaHistory.remove(sql, module, script.script());
        }
        return done;
    }

    private static void dropWhenEmpty(Connection connection, String schema) throws SQLException {
        if (!Schemas.isEmpty(connection, schema)) {
            LOG.warn("Schema {} still has tables that no down script has removed; it stays", schema);
            return;
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schema + " RESTRICT");
        }
    }
}
