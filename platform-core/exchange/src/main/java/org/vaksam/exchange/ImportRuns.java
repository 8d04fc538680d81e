package org.vaksam.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of imports. */
final class ImportRuns {
    private static final String COLUMNS =
            "id, format, name, sha256, permission, state, bytes, bytes_read, items, created,"
                    + " existing, refused, actor, actor_name, created_at, started_at, finished_at, failure_sv, failure_en";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM import_run ";

    private final PlatformDatabase database;

    ImportRuns(PlatformDatabase database) {
        this.database = database;
    }

    void add(ImportRun run) {
        database.write(sql -> sql.update(
                "INSERT INTO import_run (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                run.id(),
                run.format(),
                run.name(),
                run.sha256(),
                run.permission(),
                run.state(),
                run.bytes(),
                run.bytesRead(),
                run.items(),
                run.created(),
                run.existing(),
                run.refused(),
                run.actor(),
                run.actorName(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.failure().map(Text::sv),
                run.failure().map(Text::en)));
    }

    /** Stores what changes while it runs. */
    void update(ImportRun run) {
        database.write(sql -> sql.update(
                "UPDATE import_run SET state = ?, bytes_read = ?, items = ?, created = ?, existing = ?, refused = ?,"
                        + " started_at = ?, finished_at = ?, failure_sv = ?, failure_en = ? WHERE id = ?",
                run.state(),
                run.bytesRead(),
                run.items(),
                run.created(),
                run.existing(),
                run.refused(),
                run.startedAt(),
                run.finishedAt(),
                run.failure().map(Text::sv),
                run.failure().map(Text::en),
                run.id()));
    }

    Optional<ImportRun> find(String id) {
        return database.read(sql -> sql.first(SELECT + "WHERE id = ?", ImportRuns::map, id));
    }

    /** Newest first. */
    List<ImportRun> newest(int limit) {
        return database.read(
                sql -> sql.list(SELECT + "ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY", ImportRuns::map));
    }

    /** Not ended yet, oldest first. */
    List<ImportRun> open() {
        return database.read(sql -> sql.list(
                SELECT + "WHERE state IN (?, ?) ORDER BY id", ImportRuns::map, RunState.WAITING, RunState.RUNNING));
    }

    private static ImportRun map(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getString("id"),
                row.getString("format"),
                row.getString("name"),
                row.getString("sha256"),
                row.getString("permission"),
                RunState.valueOf(row.getString("state")),
                row.getLong("bytes"),
                row.getLong("bytes_read"),
                row.getLong("items"),
                row.getLong("created"),
                row.getLong("existing"),
                row.getLong("refused"),
                Optional.ofNullable(row.getString("actor")),
                row.getString("actor_name"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                Sql.text(row, "failure"));
    }
}
