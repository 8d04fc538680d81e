package org.vaksam.records.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution.Sink;
import org.vaksam.spi.kernel.Contribution.Source;

/** Connections of a module's records on their way into an archive, and back as far as what they connect is here. */
public final class LinkArchive {
    private static final String MADE_AT = "made_at";
    private static final String MADE_BY = "made_by";
    private static final String ACCOUNT = "created_by";

    private final PlatformDatabase database;

    public LinkArchive(PlatformDatabase database) {
        this.database = database;
    }

    public void write(String module, Sink archive) {
        for (ArchivedTable table : ArchivedTable.ALL) {
            Object[] types =
                    Collections.nCopies(table.records().size(), module + ".%").toArray();
            List<Map<String, @Nullable Object>> rows =
                    database.read(sql -> sql.list(table.select(), row -> values(table, row), types));
            archive.values(table.part(), rows.stream());
        }
    }

    /**
     * Puts back what is not here already.
     *
     * @param people gives {@code created_by} the account of this platform
     */
    public void restore(String module, Source archive, UnaryOperator<Map<String, @Nullable Object>> people) {
        for (ArchivedTable table : ArchivedTable.ALL) {
            for (Map<String, @Nullable Object> row : archive.values(table.part())) {
                var by = new LinkedHashMap<String, @Nullable Object>();
                by.put(ACCOUNT, row.get(MADE_BY));
                row.put(MADE_BY, people.apply(by).get(ACCOUNT));
                database.write(sql -> restore(sql, module, table, row));
            }
        }
    }

    private static boolean restore(Sql sql, String module, ArchivedTable table, Map<String, @Nullable Object> row)
            throws SQLException {
        if (!isWhole(sql, table, row) || !isOwn(sql, module, table, row) || isThere(sql, table, row)) {
            return false;
        }
        var values = new ArrayList<@Nullable Object>();
        table.columns().forEach(column -> values.add(row.get(column)));
        values.add(Instant.parse(String.valueOf(row.get(MADE_AT))));
        sql.update(
                "INSERT INTO " + table.name() + " (" + String.join(", ", table.columns()) + ", made_at) VALUES ("
                        + Sql.places(values.size()) + ")",
                values.toArray());
        return true;
    }

    private static boolean isWhole(Sql sql, ArchivedTable table, Map<String, @Nullable Object> row)
            throws SQLException {
        for (Map.Entry<String, String> reference : table.refers().entrySet()) {
            Object id = row.get(reference.getKey());
            if (id != null && sql.number("SELECT COUNT(*) FROM " + reference.getValue() + " WHERE id = ?", id) == 0) {
                return false;
            }
        }
        boolean series = !table.columns().contains("series")
                || sql.number("SELECT COUNT(*) FROM record_series WHERE record_id = ?", row.get("series")) > 0;
        return row.get("record_id") != null && series;
    }

    /** An archive brings nothing into what is others' only. */
    private static boolean isOwn(Sql sql, String module, ArchivedTable table, Map<String, @Nullable Object> row)
            throws SQLException {
        for (String column : table.records()) {
            Object id = row.get(column);
            if (id != null
                    && sql.number("SELECT COUNT(*) FROM record WHERE id = ? AND type LIKE ?", id, module + ".%") > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Sql sql, ArchivedTable table, Map<String, @Nullable Object> row)
            throws SQLException {
        List<String> conditions =
                table.key().stream().map(column -> column + " = ?").toList();
        return sql.number(
                        "SELECT COUNT(*) FROM " + table.name() + " WHERE " + String.join(" AND ", conditions),
                        table.key().stream().map(row::get).toArray())
                > 0;
    }

    private static Map<String, @Nullable Object> values(ArchivedTable table, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (String column : table.columns()) {
            values.put(column, row.getString(column));
        }
        values.put(MADE_AT, Sql.instant(row, MADE_AT).orElse(Instant.EPOCH).toString());
        return values;
    }
}
