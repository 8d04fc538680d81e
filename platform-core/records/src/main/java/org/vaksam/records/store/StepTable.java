package org.vaksam.records.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSteps;

/** Table {@code record_step}: written whenever a stored record gets another state, in the same transaction. */
@Component(service = {StepTable.class, RecordSteps.class})
public final class StepTable implements RecordSteps {
    private static final int AT_ONCE = 512;
    private static final String INSERT = "INSERT INTO record_step (id, record_id, from_state, to_state, to_phase,"
            + " made_at) VALUES (?, ?, ?, ?, ?, ?)";
    private final PlatformDatabase database;

    /** How far gathering is: only what happened before {@code until} is missing. */
    public record Gathering(Instant until, long position, boolean finished) {}

    /** A state with its phase. */
    record At(String state, String phase) {}

    /** A step of a record. */
    private record Of(String record, Step step) {}

    @Activate
    public StepTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    @Override
    public Map<String, List<Step>> of(Collection<String> records) {
        var steps = new ArrayList<Of>();
        List<String> ids = List.copyOf(records);
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            Object[] some = Sql.filled(ids.subList(start, Math.min(ids.size(), start + AT_ONCE)));
            steps.addAll(database.read(sql -> sql.list(
                    "SELECT record_id, from_state, to_state, to_phase, made_at FROM record_step WHERE record_id IN ("
                            + Sql.places(some.length) + ") ORDER BY record_id, made_at, id",
                    row -> new Of(
                            row.getString(1),
                            new Step(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    Sql.instant(row, "made_at").orElseThrow())),
                    some)));
        }
        return steps.stream()
                .collect(Collectors.groupingBy(Of::record, Collectors.mapping(Of::step, Collectors.toList())));
    }

    @Override
    public boolean complete() {
        return gathering().finished();
    }

    public Gathering gathering() {
        return database.read(sql -> sql.first(
                        "SELECT until_at, journal_position, finished FROM step_gathering",
                        row -> new Gathering(
                                Sql.instant(row, "until_at").orElseThrow(), row.getLong(2), row.getBoolean(3))))
                .orElseThrow();
    }

    /** Stores what was gathered of a stretch of the journal, and how far it reaches; once, however often it is called. */
    public void gathered(Map<String, Gathered> steps, long position, boolean finished) {
        database.write(sql -> {
            for (Map.Entry<String, Gathered> each : steps.entrySet()) {
                insertOnce(sql, each.getKey(), each.getValue());
            }
            return sql.update("UPDATE step_gathering SET journal_position = ?, finished = ?", position, finished);
        });
    }

    /** A step that the journal tells of. */
    public record Gathered(String record, Step step) {}

    /** From now on steps are written down: what happened earlier is gathered later. */
    static void begin(Sql sql) throws SQLException {
        if (sql.number("SELECT COUNT(*) FROM step_gathering") == 0) {
            sql.update(
                    "INSERT INTO step_gathering (until_at, journal_position, finished) VALUES (?, 0, ?)",
                    Instant.now(),
                    false);
        }
    }

    /** Where the record is before it is written over with this row. */
    static Optional<At> before(Sql sql, RecordRow row) throws SQLException {
        return sql.first(
                "SELECT state, phase FROM record WHERE id = ? AND version = ?",
                found -> new At(found.getString(1), found.getString(2)),
                row.id(),
                row.version() - 1);
    }

    /** The row was written over what was there before. */
    static void note(Sql sql, Optional<At> before, RecordRow row) throws SQLException {
        var now = new At(row.state(), row.phase());
        if (before.isPresent() && !before.get().equals(now)) {
            sql.update(INSERT, Ids.next(), row.id(), before.get().state(), row.state(), row.phase(), row.updatedAt());
        }
    }

    private static void insertOnce(Sql sql, String id, Gathered gathered) throws SQLException {
        boolean known = sql.number("SELECT COUNT(*) FROM record_step WHERE id = ?", id) > 0;
        boolean gone = sql.number("SELECT COUNT(*) FROM record WHERE id = ?", gathered.record()) == 0;
        if (!known && !gone) {
            Step step = gathered.step();
            sql.update(INSERT, id, gathered.record(), step.from(), step.to(), step.phase(), step.at());
        }
    }
}
