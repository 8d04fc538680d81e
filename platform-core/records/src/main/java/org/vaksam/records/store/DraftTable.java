package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** The table of drafts of definitions: at most one of each kind. */
public final class DraftTable {
    /**
     * A draft.
     *
     * @param base    version that it was copied from; 0 for a new kind
     * @param json    the document, perhaps incomplete
     * @param version 1 at first, one more each time it is saved; the ETag
     */
    public record Draft(
            String id,
            String type,
            String kind,
            int base,
            String json,
            int version,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            String updatedBy) {}

    private static final String SELECT = "SELECT id, type, kind, base_version, json, version, created_at, created_by,"
            + " updated_at, updated_by FROM definition_draft ";

    private DraftTable() {}

    public static List<Draft> all(Sql sql) throws SQLException {
        return sql.list(SELECT + "ORDER BY type, kind", DraftTable::read);
    }

    public static Optional<Draft> find(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", DraftTable::read, id);
    }

    public static Optional<Draft> of(Sql sql, String type, String kind) throws SQLException {
        return sql.first(SELECT + "WHERE type = ? AND kind = ?", DraftTable::read, type, kind);
    }

    public static void insert(Sql sql, Draft draft) throws SQLException {
        sql.update(
                "INSERT INTO definition_draft (id, type, kind, base_version, json, version, created_at, created_by,"
                        + " updated_at, updated_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                draft.id(),
                draft.type(),
                draft.kind(),
                draft.base(),
                draft.json(),
                draft.version(),
                draft.createdAt(),
                draft.createdBy(),
                draft.updatedAt(),
                draft.updatedBy());
    }

    /** Writes the draft over the version before it; false when that is not what is stored. */
    public static boolean update(Sql sql, Draft draft) throws SQLException {
        return sql.update(
                        "UPDATE definition_draft SET json = ?, version = ?, updated_at = ?, updated_by = ?"
                                + " WHERE id = ? AND version = ?",
                        draft.json(),
                        draft.version(),
                        draft.updatedAt(),
                        draft.updatedBy(),
                        draft.id(),
                        draft.version() - 1)
                == 1;
    }

    public static boolean delete(Sql sql, Draft draft) throws SQLException {
        return sql.update("DELETE FROM definition_draft WHERE id = ? AND version = ?", draft.id(), draft.version())
                == 1;
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("type"),
                row.getString("kind"),
                row.getInt("base_version"),
                row.getString("json"),
                row.getInt("version"),
                Sql.instant(row, "created_at").orElseThrow(),
                row.getString("created_by"),
                Sql.instant(row, "updated_at").orElseThrow(),
                row.getString("updated_by"));
    }
}
