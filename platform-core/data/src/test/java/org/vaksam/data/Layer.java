package org.vaksam.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The data layer, put together as at run time. */
final class Layer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    final ConnectionPool pool;
    final TransactionTemplate transactions;
    final SqlDatabase database;
    final ScriptRunner migrations;

    private Layer(DataSettings settings) throws SQLException, IOException {
        pool = new ConnectionPool(settings);
        transactions = new TransactionTemplate(pool);
        database = new SqlDatabase(pool, transactions);
        migrations = new ScriptRunner(transactions, database);
    }

    static Layer derby(Path directory) throws SQLException, IOException {
        return new Layer(new DataSettings(directory.resolve("db"), Optional.empty(), "vaksam", "", 8));
    }

    static Layer postgresql() throws SQLException, IOException {
        String name = "layer_" + DATABASES.incrementAndGet();
        try (var connection = Server.STARTED.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = "jdbc:postgresql://localhost:" + Server.STARTED.getPort() + "/" + name;
        return new Layer(new DataSettings(Path.of("unused"), Optional.of(url), "postgres", "postgres", 8));
    }

    @Override
    public void close() throws SQLException {
        pool.close();
    }

    private static final class Server {
        private static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
