package org.vaksam.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.Rebuilder;
import org.vaksam.spi.data.SchemaScript;
import org.vaksam.spi.data.Sql;

/** The platform's own data layer, used on a database that nobody else uses. */
public final class DatabaseRebuilder implements Rebuilder {
    /** Rows that Derby takes in one transaction: its log is as long as the longest of them. */
    private static final int PIECE = 20_000;

    @Override
    public void rebuild(
            Path directory, Map<String, ?> configuration, Optional<String> aside, Consumer<Tables> content) {
        try (var pool = new ConnectionPool(DataSettings.of(configuration).in(directory))) {
            var transactions = new TransactionTemplate(pool);
            var database = new SqlDatabase(pool, transactions);
            Runnable work = () -> new Building(database).run(aside, content);
            switch (database.dialect()) {
                case DERBY -> work.run();
                case POSTGRESQL ->
                    transactions.required(() -> {
                        work.run();
                        return true;
                    });
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Building implements Tables {
        private final SqlDatabase database;
        private final List<ForeignKey> links = new ArrayList<>();

        Building(SqlDatabase database) {
            this.database = database;
        }

        void run(Optional<String> aside, Consumer<Tables> content) {
            write(sql -> makeRoom(sql, aside));
            content.accept(this);
            write(sql -> {
                for (ForeignKey link : links) {
                    link.add(sql);
                }
            });
        }

        @Override
        public void make(List<SchemaScript> scripts) {
            scripts.forEach(script -> write(sql -> make(sql, script)));
            write(sql -> {
                for (String schema : SchemaHistory.schemas(sql)) {
                    links.addAll(ForeignKey.of(sql.connection(), schema));
                }
                for (ForeignKey link : links) {
                    link.drop(sql);
                }
            });
        }

        @Override
        public long fill(String table, Stream<Map<String, @Nullable Object>> rows) {
            write(sql -> sql.update("DELETE FROM " + table));
            var plain = new PlainRows(database);
            if (database.dialect() == Dialect.POSTGRESQL) {
                return plain.insert(table, rows);
            }
            Iterator<Map<String, @Nullable Object>> all = rows.iterator();
            long count = 0;
            while (all.hasNext()) {
                count += plain.insert(
                        table,
                        StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
                                .limit(PIECE));
            }
            return count;
        }

        private void makeRoom(Sql sql, Optional<String> aside) throws SQLException {
            if (!Schemas.isEmpty(sql.connection(), Schemas.PLATFORM)) {
                String ending = aside.orElseThrow(Building::notEmpty);
                for (String schema : SchemaHistory.schemas(sql)) {
                    sql.update("ALTER SCHEMA " + schema + " RENAME TO " + schema + ending);
                }
                sql.update("CREATE SCHEMA " + Schemas.PLATFORM);
            }
            SchemaHistory.create(sql, database.dialect());
        }

        private void make(Sql sql, SchemaScript script) throws SQLException {
            String schema = SchemaHistory.schemaOf(script.owner());
            if (!Schemas.exists(sql.connection(), schema)) {
                sql.update("CREATE SCHEMA " + schema);
            }
            Script known = ScriptFiles.of(script.files(), database.dialect()).stream()
                    .filter(each -> each.id().equals(script.id()))
                    .findFirst()
                    .orElseThrow(() -> ScriptProblems.absent(script.owner(), script.id()));
            var execution = new ScriptExecution(sql, database.dialect());
            execution.inSchema(schema, () -> execution.run(known.id(), known.up()));
            SchemaHistory.add(sql, script.owner(), known);
        }

        /** Work that can fail in the database. */
        private interface Step {
            void run(Sql sql) throws SQLException;
        }

        private void write(Step step) {
            database.write(sql -> {
                step.run(sql);
                return true;
            });
        }

        private static Problem notEmpty() {
            return Problem.conflict(new Text(
                            "Databasen är inte tom: den har redan tabeller i schemat " + Schemas.PLATFORM + ".",
                            "The database is not empty: it has tables in the schema " + Schemas.PLATFORM + "."))
                    .withNext(new Text(
                            "Välj en tom databas, eller --replace, som döper om det som finns och behåller det.",
                            "Choose an empty database, or --replace, which renames what is there and keeps it."));
        }
    }
}
