package org.vaksam.insight.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What SQL finds in one cell. */
final class Expected {
    private static final Map<String, String> COLUMNS =
            Map.of("cost", "cost", "until", "until_closed", "triage", "triage");
    private final Map<String, BigDecimal> sums = new HashMap<>();
    private final Map<String, Long> present = new HashMap<>();
    private final Map<String, List<BigDecimal>> values = new HashMap<>();
    private final long count;

    private Expected(long count) {
        this.count = count;
    }

    /** By the keys of the dimensions. */
    static Map<List<String>, Expected> of(Connection database, RandomCut cut) throws SQLException {
        Map<List<String>, Expected> cells = new LinkedHashMap<>();
        String sums =
                "COUNT(*), SUM(cost), COUNT(cost), SUM(until_closed), COUNT(until_closed), SUM(triage), COUNT(triage)";
        String query = "SELECT " + cut.columns() + sums + " FROM fact" + cut.where() + cut.groupBy();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                int at = cut.size();
                var cell = new Expected(rows.getLong(at + 1));
                cell.sum("cost", rows, at + 2);
                cell.sum("until", rows, at + 4);
                cell.sum("triage", rows, at + 6);
                if (cell.count > 0) {
                    cells.put(keys(rows, cut), cell);
                }
            }
        }
        for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
            String each = "SELECT " + cut.columns() + column.getValue() + " FROM fact" + cut.where() + " AND "
                    + column.getValue() + " IS NOT NULL ORDER BY " + column.getValue();
            try (var statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(each)) {
                while (rows.next()) {
                    BigDecimal value = rows.getBigDecimal(cut.size() + 1);
                    Objects.requireNonNull(cells.get(keys(rows, cut)))
                            .values
                            .computeIfAbsent(column.getKey(), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return cells;
    }

    long count() {
        return count;
    }

    /** The value of a measure; null when there is none. */
    @Nullable
    BigDecimal value(String measure) {
        String how = measure.substring(0, measure.indexOf(':'));
        String source = measure.contains("cost") ? "cost" : measure.contains("triaged") ? "triage" : "until";
        int decimals = source.equals("cost") ? 4 : 3;
        long values = present.getOrDefault(source, 0L);
        BigDecimal sum = sums.getOrDefault(source, BigDecimal.ZERO);
        return switch (how) {
            case "sum" -> sum;
            case "mean" -> values == 0 ? null : sum.divide(BigDecimal.valueOf(values), decimals, RoundingMode.HALF_UP);
            case "median" -> percentile(source, new BigDecimal("0.5"), decimals);
            case "p90" -> percentile(source, new BigDecimal("0.9"), decimals);
            default -> percentile(source, new BigDecimal("0.25"), decimals);
        };
    }

    /** As PERCENTILE_CONT is defined. */
    private @Nullable BigDecimal percentile(String source, BigDecimal part, int decimals) {
        List<BigDecimal> sorted = values.getOrDefault(source, List.of());
        if (sorted.isEmpty()) {
            return null;
        }
        BigDecimal rank = part.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int low = rank.setScale(0, RoundingMode.FLOOR).intValue();
        int high = rank.setScale(0, RoundingMode.CEILING).intValue();
        BigDecimal between =
                sorted.get(high).subtract(sorted.get(low)).multiply(rank.subtract(BigDecimal.valueOf(low)));
        return sorted.get(low).add(between).setScale(decimals, RoundingMode.HALF_UP);
    }

    private void sum(String source, ResultSet rows, int column) throws SQLException {
        BigDecimal sum = rows.getBigDecimal(column);
        if (sum != null) {
            sums.put(source, sum);
        }
        present.put(source, rows.getLong(column + 1));
    }

    private static List<String> keys(ResultSet row, RandomCut cut) throws SQLException {
        var keys = new ArrayList<String>();
        for (int i = 1; i <= cut.size(); i++) {
            keys.add(row.getString(i));
        }
        return keys;
    }
}
