package org.vaksam.records.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** The table of merged records. */
final class MergeTable {
    /**
     * A record that was merged into another.
     *
     * @param filled names of what the other got from it, separated by spaces
     * @param phase  that of the record before
     */
    record Merged(
            String record, String into, String reason, String filled, String phase, Instant at, Optional<String> by) {
        List<String> names() {
            return filled.isEmpty() ? List.of() : List.of(filled.split(" "));
        }
    }

    private static final String SELECT =
            "SELECT record_id, into_id, reason, filled, phase, made_at, made_by FROM record_merge ";

    private MergeTable() {}

    static Optional<Merged> find(Sql sql, String record) throws SQLException {
        return sql.first(SELECT + "WHERE record_id = ?", MergeTable::merged, record);
    }

    /** What was merged into this record, and into that, oldest first. */
    static List<Merged> into(Sql sql, String record) throws SQLException {
        var found = new ArrayList<>(
                sql.list(SELECT + "WHERE into_id = ? ORDER BY made_at, record_id", MergeTable::merged, record));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(sql.list(
                    SELECT + "WHERE into_id = ? ORDER BY made_at, record_id",
                    MergeTable::merged,
                    found.get(i).record()));
        }
        return found;
    }

    /** The record and all that was merged into it. */
    static List<String> group(Sql sql, String record) throws SQLException {
        var group = new ArrayList<>(List.of(record));
        into(sql, record).forEach(merged -> group.add(merged.record()));
        return group;
    }

    static void insert(Sql sql, Merged merged) throws SQLException {
        sql.update(
                "INSERT INTO record_merge (record_id, into_id, reason, filled, phase, made_at, made_by) VALUES ("
                        + Sql.places(7) + ")",
                merged.record(),
                merged.into(),
                merged.reason(),
                merged.filled(),
                merged.phase(),
                merged.at(),
                merged.by());
        sql.update("UPDATE record SET merged_into = ? WHERE id = ?", merged.into(), merged.record());
    }

    static void delete(Sql sql, String record) throws SQLException {
        sql.update("DELETE FROM record_merge WHERE record_id = ?", record);
        sql.update("UPDATE record SET merged_into = NULL WHERE id = ?", record);
    }

    private static Merged merged(ResultSet row) throws SQLException {
        return new Merged(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Sql.instant(row, "made_at").orElseThrow(),
                Optional.ofNullable(row.getString(7)));
    }
}
