package org.vaksam.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** The embedded database: how it is booted, how a connection is born, how it is shut down. */
final class DerbySource extends EmbeddedDataSource {
    private static final long serialVersionUID = 1L;

    /** Read by Derby when it boots; an administrator's own setting wins. */
    private static final Map<String, String> BOOT = Map.of(
            "derby.storage.pageSize", "8192",
            "derby.storage.pageCacheSize", "6000",
            "derby.storage.checkpointInterval", "67108864",
            "derby.storage.logSwitchInterval", "16777216",
            "derby.language.statementCacheSize", "400");

    /** Seconds; kept in the database, since that is where Derby looks for them while it runs. */
    private static final Map<String, String> KEPT =
            Map.of("derby.locks.deadlockTimeout", "5", "derby.locks.waitTimeout", "15");

    private static final String SHUT_DOWN = "08006";

    private final AtomicLong births = new AtomicLong(System.nanoTime());

    DerbySource(Path directory) {
        Path log = directory.resolveSibling("db-derby.log");
        System.setProperty("derby.stream.error.file", log.toString());
        BOOT.forEach((key, value) -> System.setProperty(key, System.getProperty(key, value)));
        setDatabaseName(directory.toString());
        setUser("vaksam");
    }

    /** Boots the database, created first when there is none. */
    void boot() throws SQLException {
        setCreateDatabase("create");
        try (Connection connection = getConnection();
                var property = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
            for (var setting : KEPT.entrySet()) {
                property.setString(1, setting.getKey());
                property.setString(2, setting.getValue());
                property.execute();
            }
        } finally {
            setCreateDatabase(null);
        }
    }

    /**
     * A connection whose parser has run. It keeps the stack of the first statement it parses for as long as it lives, and that
     * must not be the stack of a module, whose classes could then never be unloaded. The text is unique, so it is parsed.
     */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("VALUES " + births.incrementAndGet());
        }
        return connection;
    }

    void shutDown() throws SQLException {
        shutDown(getDatabaseName());
    }

    /** Closes one embedded database; others go on. */
    static void shutDown(String database) throws SQLException {
        var last = new EmbeddedDataSource();
        last.setDatabaseName(database);
        last.setUser("vaksam");
        last.setShutdownDatabase("shutdown");
        try {
            last.getConnection().close();
        } catch (SQLException stopped) {
            if (!SHUT_DOWN.equals(stopped.getSQLState())) {
                throw stopped;
            }
        }
    }
}
