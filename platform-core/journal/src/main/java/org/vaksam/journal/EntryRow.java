package org.vaksam.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/**
 * An entry exactly as it is stored.
 *
 * @param madeAt to the microsecond
 * @param data   JSON text; what is hashed, so never written anew
 */
record EntryRow(
        String id,
        Instant madeAt,
        Optional<String> actor,
        String actorName,
        String action,
        String subjectType,
        String subject,
        String data) {

    /** The columns that {@link #of} reads, of a table called {@code j}. */
    static final String COLUMNS = "j.id, j.made_at, j.actor, j.actor_name, j.action, j.subject_type, j.subject, j.data";

    static EntryRow of(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getString("id"),
                Sql.instant(row, "made_at").orElseThrow(),
                Optional.ofNullable(row.getString("actor")),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getString("data"));
    }
}
