package org.vaksam.insight.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Shape;
import org.vaksam.spi.data.Sql;

/** Table {@code record_chart}. */
final class FrozenChartTable {
    private FrozenChartTable() {}

    static Optional<FrozenChart> find(Sql sql, String id) throws SQLException {
        return sql.first("SELECT * FROM record_chart WHERE id = ?", FrozenChartTable::chart, id);
    }

    /** In their order. */
    static List<FrozenChart> of(Sql sql, String record) throws SQLException {
        return sql.list(
                "SELECT * FROM record_chart WHERE record_id = ? ORDER BY sequence, id",
                FrozenChartTable::chart,
                record);
    }

    /** Everybody's, after this id. */
    static List<FrozenChart> page(Sql sql, String after, int limit) throws SQLException {
        return sql.list(
                "SELECT * FROM record_chart WHERE id > ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                FrozenChartTable::chart,
                after);
    }

    static void insert(Sql sql, FrozenChart frozen) throws SQLException {
        Chart chart = frozen.chart();
        sql.update(
                "INSERT INTO record_chart (id, record_id, sequence, title, shape, query, note, answer, frozen_by,"
                        + " frozen_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                frozen.id(),
                frozen.record(),
                frozen.sequence(),
                chart.title(),
                chart.shape().word(),
                chart.query(),
                frozen.note(),
                frozen.answer(),
                frozen.frozenBy(),
                frozen.frozenAt(),
                frozen.version());
    }

    /** False when the stored one is not of the version before any more. */
    static boolean update(Sql sql, FrozenChart frozen) throws SQLException {
        return sql.update(
                        "UPDATE record_chart SET title = ?, shape = ?, note = ?, answer = ?, frozen_by = ?,"
                                + " frozen_at = ?, version = ? WHERE id = ? AND version = ?",
                        frozen.chart().title(),
                        frozen.chart().shape().word(),
                        frozen.note(),
                        frozen.answer(),
                        frozen.frozenBy(),
                        frozen.frozenAt(),
                        frozen.version(),
                        frozen.id(),
                        frozen.version() - 1)
                == 1;
    }

    static void place(Sql sql, String id, int sequence) throws SQLException {
        sql.update("UPDATE record_chart SET sequence = ? WHERE id = ?", sequence, id);
    }

    static boolean delete(Sql sql, FrozenChart frozen) throws SQLException {
        return sql.update("DELETE FROM record_chart WHERE id = ? AND version = ?", frozen.id(), frozen.version()) == 1;
    }

    private static FrozenChart chart(ResultSet row) throws SQLException {
        return new FrozenChart(
                row.getString("id"),
                row.getString("record_id"),
                row.getInt("sequence"),
                new Chart(row.getString("title"), Shape.of(row.getString("shape")), row.getString("query")),
                row.getString("note"),
                row.getString("answer"),
                row.getString("frozen_by"),
                Sql.instant(row, "frozen_at").orElseThrow(),
                row.getInt("version"));
    }
}
