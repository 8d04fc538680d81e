package org.vaksam.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** SQL in the thread's transaction; reads outside one share a connection for as long as the outermost of them lasts. */
@Component(service = {PlatformDatabase.class, SqlDatabase.class})
public final class SqlDatabase implements PlatformDatabase {
    private final ConnectionPool pool;
    private final TransactionTemplate transactions;
    private final ThreadLocal<Connection> reading = new ThreadLocal<>();

    @Activate
    public SqlDatabase(@Reference ConnectionPool pool, @Reference TransactionTemplate transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public <T> T write(Work<T> work) {
        return transactions.required(
                () -> run(work, transactions.current().orElseThrow().connection()));
    }

    @Override
    public <T> T read(Work<T> work) {
        Optional<Connection> open =
                transactions.current().map(Transaction::connection).or(() -> Optional.ofNullable(reading.get()));
        return open.isPresent() ? run(work, open.get()) : readAlone(work);
    }

    @Override
    public Dialect dialect() {
        return pool.dialect();
    }

    private <T> T readAlone(Work<T> work) {
        try (Connection connection = pool.readConnection()) {
            reading.set(new ConnectionHandle(connection).proxy());
            return run(work, reading.get());
        } catch (SQLException e) {
            throw Failures.noConnection(e);
        } catch (DatabaseException e) {
            throw Failures.inWords(e);
        } finally {
            reading.remove();
        }
    }

    private static <T> T run(Work<T> work, Connection connection) {
        try {
            return work.run(new Sql(connection));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
