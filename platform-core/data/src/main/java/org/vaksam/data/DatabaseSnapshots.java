package org.vaksam.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Snapshots;
import org.vaksam.spi.data.Sql;

/** Pictures of either database; nobody who writes has to wait for their readers. */
@Component(service = Snapshots.class)
public final class DatabaseSnapshots implements Snapshots {
    private final ConnectionPool pool;

    @Activate
    public DatabaseSnapshots(@Reference ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> T take(Path scratch, Function<Snapshot, T> work) {
        try {
            return pool.directory().isPresent() ? ofCopy(pool.directory().get(), scratch, work) : ofTransaction(work);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T ofTransaction(Function<Snapshot, T> work) throws SQLException {
        try (Connection connection = pool.connection()) {
            try {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return work.apply(new ConnectionSnapshot(connection));
            } finally {
                connection.rollback();
            }
        }
    }

    private <T> T ofCopy(Path original, Path scratch, Function<Snapshot, T> work) throws SQLException {
        try (Connection connection = pool.readConnection();
                var backup = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            backup.setString(1, scratch.toString());
            backup.execute();
        }
        var copy = new EmbeddedDataSource();
        copy.setDatabaseName(scratch.resolve(original.getFileName()).toString());
        try (Connection connection = copy.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return work.apply(new ConnectionSnapshot(connection));
            } finally {
                connection.rollback();
            }
        } finally {
            DerbySource.shutDown(copy.getDatabaseName());
        }
    }

    /** What one connection sees. */
    private record ConnectionSnapshot(Connection connection) implements Snapshot {
        @Override
        public List<String> tables() {
            try {
                var tables = new ArrayList<String>();
                for (String schema : SchemaHistory.schemas(new Sql(connection))) {
                    TableOrder.of(connection, schema).forEach(table -> tables.add(schema + "." + table));
                }
                return tables;
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }

        @Override
        public long read(String table, Consumer<Map<String, @Nullable Object>> taker) {
            try {
                return PlainRows.read(connection, taker, "SELECT * FROM " + table);
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
    }
}
