package org.vaksam.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.Migrations.Statement;
import org.vaksam.spi.data.Sql;

/** Runs what scripts say, with their owner's schema as the default one. */
final class ScriptExecution {
    private final Sql sql;
    private final Dialect dialect;

    ScriptExecution(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Work that can fail in the database. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws SQLException;
    }

    <T> T inSchema(String schema, Step<T> step) throws SQLException {
        setSchema(schema);
        T result;
        try {
            result = step.run();
        } catch (SQLException | RuntimeException e) {
            try {
                setSchema(Schemas.PLATFORM);
            } catch (SQLException undoneByRollback) {
                e.addSuppressed(undoneByRollback);
            }
            throw e;
        }
        setSchema(Schemas.PLATFORM);
        return result;
    }

    /** Every statement of a text, in the schema that is set. */
    List<Statement> run(String script, String text) {
        var done = new ArrayList<Statement>();
        for (String code : Script.statements(text)) {
            long start = System.nanoTime();
            try (java.sql.Statement statement = sql.connection().createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(code);
                int rows = Math.max(0, statement.getUpdateCount());
                done.add(new Statement(script, code, rows, (System.nanoTime() - start) / 1_000_000));
            } catch (SQLException e) {
                throw ScriptProblems.failed(script, code, e);
            }
        }
        return done;
    }

    private void setSchema(String schema) throws SQLException {
        sql.update(
                switch (dialect) {
                    case DERBY -> "SET SCHEMA " + schema;
                    case POSTGRESQL -> "SET LOCAL search_path = " + schema;
                });
    }
}
