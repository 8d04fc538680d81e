package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** The table of moves of records to a newer definition, and the records that are left to move. */
public final class MoveTable {
    /**
     * A move of all records of a kind.
     *
     * @param states  state before to state after, as JSON
     * @param through id of the last record that was looked at; empty at first
     * @param stayed  how many could not be moved because their state has no place in the new version
     */
    public record Move(
            String id,
            String type,
            String kind,
            int toVersion,
            String states,
            String reason,
            String startedBy,
            Instant startedAt,
            String through,
            int moved,
            int stayed,
            Optional<Instant> endedAt) {}

    /** How many records of a version are in a state. */
    public record Tally(int version, String state, String phase, long records) {}

    private static final String SELECT = "SELECT id, type, kind, to_version, states, reason, started_by, started_at,"
            + " through, moved, stayed, ended_at FROM definition_move ";

    private MoveTable() {}

    public static void insert(Sql sql, Move move) throws SQLException {
        sql.update(
                "INSERT INTO definition_move (id, type, kind, to_version, states, reason, started_by, started_at,"
                        + " through, moved, stayed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                move.id(),
                move.type(),
                move.kind(),
                move.toVersion(),
                move.states(),
                move.reason(),
                move.startedBy(),
                move.startedAt(),
                move.through(),
                move.moved(),
                move.stayed());
    }

    public static Optional<Move> find(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", MoveTable::read, id);
    }

    /** The first that is not through. */
    public static Optional<Move> open(Sql sql) throws SQLException {
        return sql.first(SELECT + "WHERE ended_at IS NULL ORDER BY id", MoveTable::read);
    }

    /** Newest first. */
    public static List<Move> of(Sql sql, String type, String kind, int limit) throws SQLException {
        return sql.list(
                SELECT + "WHERE type = ? AND kind = ? ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY",
                MoveTable::read,
                type,
                kind);
    }

    /** Takes the next step of a move; false when somebody else has. Others wait until this transaction ends. */
    public static boolean claim(Sql sql, Move move) throws SQLException {
        return sql.update(
                        "UPDATE definition_move SET through = through WHERE id = ? AND through = ? AND ended_at IS NULL",
                        move.id(),
                        move.through())
                == 1;
    }

    public static void advance(Sql sql, Move move, String through, int moved, int stayed) throws SQLException {
        sql.update(
                "UPDATE definition_move SET through = ?, moved = moved + ?, stayed = stayed + ? WHERE id = ?",
                through,
                moved,
                stayed,
                move.id());
    }

    public static void end(Sql sql, Move move, Instant at) throws SQLException {
        sql.update("UPDATE definition_move SET ended_at = ? WHERE id = ?", at, move.id());
    }

    /** Records that have an older version, by version and state. */
    public static List<Tally> older(Sql sql, String type, String kind, int version) throws SQLException {
        return tallies(sql, "AND merged_into IS NULL AND definition_version < ? ", type, kind, version);
    }

    /** Open records of all versions. */
    public static List<Tally> open(Sql sql, String type, String kind) throws SQLException {
        return tallies(sql, "AND phase = ? ", type, kind, "open");
    }

    private static List<Tally> tallies(Sql sql, String which, Object... parameters) throws SQLException {
        return sql.list(
                "SELECT definition_version, state, phase, COUNT(*) FROM record WHERE type = ? AND kind = ? " + which
                        + "GROUP BY definition_version, state, phase ORDER BY definition_version, state",
                row -> new Tally(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)),
                parameters);
    }

    private static Move read(ResultSet row) throws SQLException {
        return new Move(
                row.getString("id"),
                row.getString("type"),
                row.getString("kind"),
                row.getInt("to_version"),
                row.getString("states"),
                row.getString("reason"),
                row.getString("started_by"),
                Sql.instant(row, "started_at").orElseThrow(),
                row.getString("through"),
                row.getInt("moved"),
                row.getInt("stayed"),
                Sql.instant(row, "ended_at"));
    }
}
