package org.vaksam.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.data.Dialect;

/** The connections to the platform's database, manual commit, default schema {@value Schemas#PLATFORM}. */
@Component(service = ConnectionPool.class, configurationPid = "org.vaksam.data")
public final class ConnectionPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Dialect dialect;
    private final Optional<DerbySource> derby;
    private final HikariDataSource pool;
    private final Ledger ledger = new Ledger();

    @Activate
    public ConnectionPool(Map<String, Object> configuration) throws SQLException, IOException {
        this(DataSettings.of(configuration));
    }

    public ConnectionPool(DataSettings settings) throws SQLException, IOException {
        dialect = settings.dialect();
        derby = dialect == Dialect.DERBY ? Optional.of(bootDerby(settings)) : Optional.empty();
        pool = new HikariDataSource(configure(settings));
        try {
            createSchema();
        } catch (SQLException e) {
            close();
            throw e;
        }
        LOG.info("Database {}: {}", dialect.id(), settings);
    }

    /** A connection of its own; closing it gives it back. */
    Connection connection() throws SQLException {
        return CountedConnection.of(pool.getConnection(), ledger);
    }

    /** A connection of its own for reading, on which every statement is complete in itself. */
    Connection readConnection() throws SQLException {
        Connection connection = connection();
        try {
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Connections in use. */
    int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Where statements are counted. */
    Ledger ledger() {
        return ledger;
    }

    /** The directory of the embedded database, when it is one. */
    Optional<Path> directory() {
        return derby.map(DerbySource::getDatabaseName).map(Path::of);
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    @Deactivate
    public void close() throws SQLException {
        pool.close();
        if (derby.isPresent()) {
            derby.get().shutDown();
        }
    }

    private static DerbySource bootDerby(DataSettings settings) throws SQLException, IOException {
        Files.createDirectories(settings.directory().getParent());
        var source = new DerbySource(settings.directory());
        source.boot();
        return source;
    }

    private HikariConfig configure(DataSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("vaksam");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(PATIENCE.toMillis());
        config.setDataSource(derby.<DataSource>map(source -> source).orElseGet(() -> PostgresSource.of(settings)));
        config.setExceptionOverride(new Interruptions());
        if (derby.isPresent()) {
            config.setMaxLifetime(0);
            config.setKeepaliveTime(0);
        }
        return config;
    }

    private void createSchema() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            if (!Schemas.exists(connection, Schemas.PLATFORM)) {
                statement.execute("CREATE SCHEMA " + Schemas.PLATFORM);
            }
            connection.commit();
        }
    }
}
