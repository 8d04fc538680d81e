package org.vaksam.data;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.data.Sql;

/** Reads and writes rows by what the database itself says of its columns; never holds more than a batch of them. */
@Component(service = RowTransfer.class)
public final class PlainRows implements RowTransfer {
    private static final int BATCH = 500;

    private final SqlDatabase database;

    @Activate
    public PlainRows(@Reference SqlDatabase database) {
        this.database = database;
    }

    @Override
    public long read(Consumer<Map<String, @Nullable Object>> taker, String query, Object... parameters) {
        return database.read(sql -> read(sql.connection(), taker, query, parameters));
    }

    /** The same on a connection of the caller's; streams when it is in a transaction. */
    static long read(
            Connection connection, Consumer<Map<String, @Nullable Object>> taker, String query, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(BATCH);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, taker);
            }
        }
    }

    @Override
    public long insert(String table, Stream<Map<String, @Nullable Object>> rows) {
        Iterator<Map<String, @Nullable Object>> all = rows.iterator();
        return all.hasNext() ? database.write(sql -> insert(sql, table, all)) : 0;
    }

    @Override
    public List<String> tables(String module) {
        String schema = Schemas.of(module);
        return database.read(sql -> TableOrder.of(sql.connection(), schema).stream()
                .map(table -> schema + "." + table)
                .toList());
    }

    private static long read(ResultSet rows, Consumer<Map<String, @Nullable Object>> taker) throws SQLException {
        List<Column> columns = Column.of(rows.getMetaData());
        long count = 0;
        while (rows.next()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).values().read(rows, i + 1);
                row.put(columns.get(i).name(), rows.wasNull() ? null : value);
            }
            taker.accept(row);
            count++;
        }
        return count;
    }

    private long insert(Sql sql, String table, Iterator<Map<String, @Nullable Object>> rows) throws SQLException {
        Map<String, @Nullable Object> row = rows.next();
        List<Column> columns = columns(sql, table, row.keySet());
        long count = 0;
        try (PreparedStatement statement = sql.connection().prepareStatement(statement(table, columns))) {
            while (true) {
                bind(statement, columns, row);
                count++;
                send(statement, count % BATCH == 0 || !rows.hasNext());
                if (!rows.hasNext()) {
                    break;
                }
                row = rows.next();
            }
        } catch (BatchUpdateException e) {
            throw e.getNextException() == null ? e : e.getNextException();
        }
        for (Column column : columns) {
            if (column.identity()) {
                goOn(sql, table, column.name());
            }
        }
        return count;
    }

    private static List<Column> columns(Sql sql, String table, Set<String> wanted) throws SQLException {
        try (PreparedStatement statement =
                        sql.connection().prepareStatement("SELECT * FROM " + table + " WHERE 1 = 0");
                ResultSet none = statement.executeQuery()) {
            List<Column> columns = Column.of(none.getMetaData()).stream()
                    .filter(column -> wanted.contains(column.name()))
                    .toList();
            var unknown = new TreeSet<>(wanted);
            columns.forEach(column -> unknown.remove(column.name()));
            if (!unknown.isEmpty()) {
                throw Column.unknown(table, unknown);
            }
            return columns;
        }
    }

    private String statement(String table, List<Column> columns) {
        boolean numbered = columns.stream().anyMatch(Column::identity);
        String overriding = numbered && database.dialect() == Dialect.POSTGRESQL ? " OVERRIDING SYSTEM VALUE" : "";
        return "INSERT INTO " + table + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ")" + overriding + " VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Derby gains nothing from batches, and moves times that the clocks of its zone leave out by an hour in them. */
    private void send(PreparedStatement statement, boolean full) throws SQLException {
        if (database.dialect() == Dialect.DERBY) {
            statement.executeUpdate();
            return;
        }
        statement.addBatch();
        if (full) {
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<Column> columns, Map<String, @Nullable Object> row)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(columns.get(i).name());
            if (value == null) {
                statement.setNull(i + 1, columns.get(i).type());
            } else {
                columns.get(i).values().bind(statement, i + 1, value);
            }
        }
    }

    private void goOn(Sql sql, String table, String column) throws SQLException {
        long highest = sql.number("SELECT MAX(" + column + ") FROM " + table);
        switch (database.dialect()) {
            case DERBY ->
                sql.update("ALTER TABLE " + table + " ALTER COLUMN " + column + " RESTART WITH " + (highest + 1));
            case POSTGRESQL ->
                sql.number("SELECT setval(pg_get_serial_sequence(?, ?), ?)", table, column, Math.max(1, highest));
        }
    }
}
