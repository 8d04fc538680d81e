package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The tables of retention runs and of what they did with each record: the protocol, which is never removed. */
@Component(service = RunTable.class)
public final class RunTable {
    /** What has become of a record. */
    public enum Outcome {
        PLANNED,
        DELETED,
        ANONYMISED,
        /** It was changed after the preview. */
        CHANGED,
        /** It was placed under a legal hold after the preview. */
        HELD,
        /** Somebody had removed it. */
        GONE
    }

    /** A run; {@code by} is the name of whoever confirmed the preview. */
    public record Run(String id, LocalDate on, String hash, String by, Instant startedAt, Optional<Instant> endedAt) {}

    /**
     * A line of the protocol.
     *
     * @param version the one that was previewed
     * @param since   when the period began
     * @param rule    as JSON, as it was when the preview was confirmed
     */
    public record Item(
            String record,
            int version,
            String number,
            String type,
            String kind,
            Instant since,
            String rule,
            Outcome outcome,
            Optional<Instant> doneAt) {}

    private static final String RUN = "SELECT id, as_of, hash, started_by, started_at, ended_at FROM retention_run ";
    private static final String ITEM = "SELECT record, version, number, type, kind, since, rule, outcome, done_at"
            + " FROM retention_item WHERE run = ? ";

    private final PlatformDatabase database;

    @Activate
    public RunTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    public Optional<Run> find(String id) {
        return database.read(sql -> sql.first(RUN + "WHERE id = ?", RunTable::run, id));
    }

    /** The run that is not through. */
    public Optional<Run> open() {
        return database.read(sql -> sql.first(RUN + "WHERE ended_at IS NULL ORDER BY id", RunTable::run));
    }

    /** Newest first. */
    public List<Run> newest(int limit) {
        return database.read(
                sql -> sql.list(RUN + "ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY", RunTable::run));
    }

    public List<Item> items(String run) {
        return database.read(sql -> sql.list(ITEM + "ORDER BY record", RunTable::item, run));
    }

    /** How many records of the run have come to this. */
    public long count(String run, Outcome outcome) {
        return database.read(
                sql -> sql.number("SELECT COUNT(*) FROM retention_item WHERE run = ? AND outcome = ?", run, outcome));
    }

    /** The next records to do. */
    public static List<Item> planned(Sql sql, String run, int limit) throws SQLException {
        return sql.list(
                ITEM + "AND outcome = ? ORDER BY record FETCH FIRST " + limit + " ROWS ONLY",
                RunTable::item,
                run,
                Outcome.PLANNED);
    }

    public static void insert(Sql sql, Run run, List<Item> items) throws SQLException {
        sql.update(
                "INSERT INTO retention_run (id, as_of, hash, started_by, started_at) VALUES (?, ?, ?, ?, ?)",
                run.id(),
                run.on().toString(),
                run.hash(),
                run.by(),
                run.startedAt());
        List<@Nullable Object[]> rows = new ArrayList<>();
        items.forEach(item -> rows.add(new Object[] {
            run.id(),
            item.record(),
            item.version(),
            item.number(),
            item.type(),
            item.kind(),
            item.since(),
            item.rule(),
            item.outcome()
        }));
        sql.batch(
                "INSERT INTO retention_item (run, record, version, number, type, kind, since, rule, outcome)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Takes a planned record; waits for somebody who has just taken it, and is false when they commit. */
    public static boolean claim(Sql sql, String run, String record, Instant at) throws SQLException {
        return sql.update(
                        "UPDATE retention_item SET done_at = ? WHERE run = ? AND record = ? AND outcome = ?",
                        at,
                        run,
                        record,
                        Outcome.PLANNED)
                == 1;
    }

    public static void done(Sql sql, String run, String record, Outcome outcome) throws SQLException {
        sql.update("UPDATE retention_item SET outcome = ? WHERE run = ? AND record = ?", outcome, run, record);
    }

    /** False when it has ended before. */
    public static boolean end(Sql sql, String run, Instant at) throws SQLException {
        return sql.update("UPDATE retention_run SET ended_at = ? WHERE id = ? AND ended_at IS NULL", at, run) == 1;
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                LocalDate.parse(row.getString("as_of")),
                row.getString("hash"),
                row.getString("started_by"),
                Sql.instant(row, "started_at").orElseThrow(),
                Sql.instant(row, "ended_at"));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("record"),
                row.getInt("version"),
                row.getString("number"),
                row.getString("type"),
                row.getString("kind"),
                Sql.instant(row, "since").orElseThrow(),
                row.getString("rule"),
                Outcome.valueOf(row.getString("outcome")),
                Sql.instant(row, "done_at"));
    }
}
