package org.vaksam.casework.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of deadlines. */
@Component(service = DeadlineTable.class)
public final class DeadlineTable {
    private static final String COLUMNS = "id, record_id, record_type, deadline, label_sv, label_en, state, started_at,"
            + " due_at, ended_at, reminders, escalate, extended, version";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM deadline ";

    private final PlatformDatabase database;

    @Activate
    public DeadlineTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    PlatformDatabase database() {
        return database;
    }

    Optional<Deadline> find(String id) {
        return database.read(sql -> sql.first(SELECT + "WHERE id = ?", DeadlineTable::read, id));
    }

    /** Of one record, in the order in which they began. */
    List<Deadline> of(String record) {
        return database.read(sql -> sql.list(SELECT + "WHERE record_id = ? ORDER BY id", DeadlineTable::read, record));
    }

    /** Those of these records that are open, the next one first. */
    List<Deadline> open(Collection<String> records) {
        List<@Nullable Object[]> each = new ArrayList<>();
        records.forEach(record -> each.add(new Object[] {record}));
        return database.read(
                sql -> sql.listEach(SELECT + "WHERE record_id = ? AND ended_at IS NULL", DeadlineTable::read, each));
    }

    /** One; more when records were merged. */
    static List<Deadline> open(Sql sql, String record, String name) throws SQLException {
        return sql.list(
                SELECT + "WHERE record_id = ? AND deadline = ? AND ended_at IS NULL",
                DeadlineTable::read,
                record,
                name);
    }

    /** Keeps it from being changed by others until the transaction ends. */
    static Optional<Deadline> lock(Sql sql, String id) throws SQLException {
        return sql.update("UPDATE deadline SET version = version WHERE id = ?", id) == 0
                ? Optional.empty()
                : sql.first(SELECT + "WHERE id = ?", DeadlineTable::read, id);
    }

    static void insert(Sql sql, Deadline deadline) throws SQLException {
        sql.update(
                "INSERT INTO deadline (" + COLUMNS + ") VALUES (" + Sql.places(14) + ")",
                deadline.id(),
                deadline.record(),
                deadline.recordType(),
                deadline.name(),
                deadline.label().sv(),
                deadline.label().en(),
                deadline.state(),
                deadline.startedAt(),
                deadline.dueAt(),
                deadline.endedAt(),
                deadline.reminders().stream().map(Period::text).collect(Collectors.joining(" ")),
                deadline.escalate(),
                deadline.extended(),
                deadline.version());
    }

    static void update(Sql sql, Deadline deadline) throws SQLException {
        sql.update(
                "UPDATE deadline SET state = ?, due_at = ?, ended_at = ?, extended = ?, version = ? WHERE id = ?",
                deadline.state(),
                deadline.dueAt(),
                deadline.endedAt(),
                deadline.extended(),
                deadline.version(),
                deadline.id());
    }

    static void delete(Sql sql, String id) throws SQLException {
        sql.update("DELETE FROM deadline WHERE id = ?", id);
    }

    private static Deadline read(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString("id"),
                row.getString("record_id"),
                row.getString("record_type"),
                row.getString("deadline"),
                new Text(row.getString("label_sv"), row.getString("label_en")),
                Deadline.State.valueOf(row.getString("state")),
                Sql.instant(row, "started_at").orElseThrow(),
                Sql.instant(row, "due_at").orElseThrow(),
                Sql.instant(row, "ended_at"),
                periods(row.getString("reminders")),
                Optional.ofNullable(row.getString("escalate")),
                row.getInt("extended"),
                row.getInt("version"));
    }

    private static List<Period> periods(String text) {
        return Stream.of(text.split(" "))
                .flatMap(each -> Period.of(each).stream())
                .toList();
    }
}
