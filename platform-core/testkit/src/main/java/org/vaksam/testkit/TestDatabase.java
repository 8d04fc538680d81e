package org.vaksam.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.vaksam.api.data.Transactions;
import org.vaksam.data.ConnectionPool;
import org.vaksam.data.DataSettings;
import org.vaksam.data.DatabaseAccounting;
import org.vaksam.data.DatabaseSnapshots;
import org.vaksam.data.PlainRows;
import org.vaksam.data.ScriptRunner;
import org.vaksam.data.SqlDatabase;
import org.vaksam.data.TransactionTemplate;
import org.vaksam.data.WeavingUnits;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PersistenceUnits;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.data.Snapshots;

/** The platform's own data layer over an empty database of its own. Close it before the directory is removed. */
public final class TestDatabase implements AutoCloseable {
    private static final int POOL_SIZE = 8;

    private final ConnectionPool pool;
    private final TransactionTemplate transactions;
    private final SqlDatabase database;
    private final ScriptRunner migrations;
    private final WeavingUnits units;

    private TestDatabase(DataSettings settings) {
        try {
            pool = new ConnectionPool(settings);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transactions = new TransactionTemplate(pool);
        database = new SqlDatabase(pool, transactions);
        migrations = new ScriptRunner(transactions, database);
        units = new WeavingUnits(ClassPathBundle.contextOf(TestDatabase.class), pool, transactions);
    }

    /** Derby with its files in the directory; opening the same directory again finds what was stored. */
    public static TestDatabase derby(Path directory) {
        return of(directory.resolve("db"), Map.of());
    }

    /** A new database on a PostgreSQL that starts with the first use and ends with the JVM. */
    public static TestDatabase postgresql() {
        return of(Path.of("unused"), newPostgresql());
    }

    /** The configuration {@code org.vaksam.data} of a new database on that PostgreSQL. */
    public static Map<String, String> newPostgresql() {
        return Map.of("url", EmbeddedServer.newDatabase(), "user", "postgres", "password", "postgres");
    }

    /** The database that this configuration names; Derby, in that directory, when it names none. */
    public static TestDatabase of(Path derby, Map<String, String> configuration) {
        return new TestDatabase(new DataSettings(
                derby,
                Optional.ofNullable(configuration.get("url")),
                configuration.getOrDefault("user", "vaksam"),
                configuration.getOrDefault("password", ""),
                POOL_SIZE));
    }

    public RowTransfer rows() {
        return new PlainRows(database);
    }

    public Snapshots snapshots() {
        return new DatabaseSnapshots(pool);
    }

    public Transactions transactions() {
        return transactions;
    }

    public PlatformDatabase database() {
        return database;
    }

    public Migrations migrations() {
        return migrations;
    }

    public Accounting accounting() {
        return new DatabaseAccounting(pool, database);
    }

    public PersistenceUnits units() {
        return units;
    }

    /** Runs the scripts below {@code META-INF/vaksam/db} that lie beside this class, as its bundle would. */
    public TestDatabase migrate(String part, Class<?> owner) {
        Bundle bundle = ClassPathBundle.of(owner);
        migrations.platform(part, bundle);
        return this;
    }

    @Override
    public void close() {
        try {
            pool.close();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
