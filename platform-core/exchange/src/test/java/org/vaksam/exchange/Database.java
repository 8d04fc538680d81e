package org.vaksam.exchange;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.vaksam.data.ConnectionPool;
import org.vaksam.data.DataSettings;
import org.vaksam.data.ScriptRunner;
import org.vaksam.data.SqlDatabase;
import org.vaksam.data.TransactionTemplate;

/** A real database with the tables of this bundle. */
record Database(ConnectionPool pool, TransactionTemplate transactions, SqlDatabase sql) implements AutoCloseable {
    static Database derby(Path folder) throws SQLException, IOException {
        return open(new DataSettings(folder.resolve("db"), Optional.empty(), "vaksam", "", 4));
    }

    static Database postgres(EmbeddedPostgres server, Path folder) throws SQLException, IOException {
        String url = server.getJdbcUrl("postgres", "postgres");
        return open(new DataSettings(folder.resolve("db"), Optional.of(url), "postgres", "postgres", 4));
    }

    private static Database open(DataSettings settings) throws SQLException, IOException {
        var pool = new ConnectionPool(settings);
        var transactions = new TransactionTemplate(pool);
        var sql = new SqlDatabase(pool, transactions);
        new ScriptRunner(transactions, sql).platform("exchange", bundle());
        return new Database(pool, transactions, sql);
    }

    @Override
    public void close() throws SQLException {
        pool.close();
    }

    /** As much of a bundle as its scripts need. */
    private static Bundle bundle() {
        List<URL> scripts = List.of(resource("001-imports.up.sql"), resource("001-imports.down.sql"));
        return (Bundle) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Bundle.class}, (self, method, arguments) -> {
                    if ("findEntries".equals(method.getName())) {
                        return Collections.enumeration(scripts);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Database.class.getResource("/META-INF/vaksam/db/" + name));
    }
}
