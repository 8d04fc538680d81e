package org.vaksam.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.vaksam.itests.support.Distribution;

/** A PostgreSQL of a test's own. */
final class PostgreSqlServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    PostgreSqlServer() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a distribution use it, as the guide for operators says. */
    void configure(Distribution distribution) {
        String settings =
                "url = " + server.getJdbcUrl("postgres", "postgres") + "\nuser = postgres\npassword = postgres\n";
        try {
            Files.writeString(distribution.home().resolve("etc/org.vaksam.data.cfg"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number that a query or a change of its tables gives. */
    long sql(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            if (!prepared.execute()) {
                return prepared.getUpdateCount();
            }
            try (var rows = prepared.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
