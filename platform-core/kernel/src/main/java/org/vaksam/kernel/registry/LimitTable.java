package org.vaksam.kernel.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.data.PlatformDatabase;

/** The limits as they are kept, one row for each module that has any. */
final class LimitTable {
    private final PlatformDatabase database;

    LimitTable(PlatformDatabase database) {
        this.database = database;
    }

    /** By module. */
    Map<String, Limits> all() {
        return database
                .read(sql -> sql.list(
                        "SELECT module, concurrent_requests, statement_seconds FROM module_limit", LimitTable::row))
                .stream()
                .collect(Collectors.toMap(Row::module, Row::limits));
    }

    /** Inserts, replaces or removes, in the thread's transaction. */
    void save(String module, Limits limits) {
        database.write(sql -> {
            int removed = sql.update("DELETE FROM module_limit WHERE module = ?", module);
            return limits.equals(Limits.NONE)
                    ? removed
                    : sql.update(
                            "INSERT INTO module_limit (module, concurrent_requests, statement_seconds)"
                                    + " VALUES (?, CAST(? AS INTEGER), CAST(? AS INTEGER))",
                            module,
                            limits.concurrentRequests(),
                            limits.statementSeconds());
        });
    }

    private record Row(String module, Limits limits) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("module"),
                new Limits(number(row, "concurrent_requests"), number(row, "statement_seconds")));
    }

    private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
