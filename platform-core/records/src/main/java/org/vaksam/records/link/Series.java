package org.vaksam.records.link;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/**
 * Series: records gathered under a name and a case, which is a record itself. Who sees the case sees the series, and of its
 * members those that they see anyway; a member names its series to whoever sees the case.
 */
@Component(service = Series.class)
public final class Series {
    static final int MOST = 1_000;

    /** A series by its case, with its members in the order in which they happened. */
    public record Gathered(RecordRow record, String name, List<RecordRow> members) {}

    private record Named(String record, String name) {}

    private final PlatformDatabase database;
    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final Pair pair;
    private final Journal journal;

    @Activate
    public Series(
            @Reference Tables tables,
            @Reference RecordReading reading,
            @Reference RecordPermissions permissions,
            @Reference Pair pair,
            @Reference Journal journal) {
        this.database = tables.database();
        this.reading = reading;
        this.permissions = permissions;
        this.pair = pair;
        this.journal = journal;
    }

    /** The series whose case the record is. */
    public Optional<Gathered> ledBy(RecordRow row) {
        Optional<String> name = database.read(sql -> name(sql, row.id()));
        return name.map(found -> new Gathered(row, found, members(row)));
    }

    /** The series that the record, or one merged into it, is a member of, without their members. */
    public List<Gathered> of(RecordRow row) {
        List<Named> all = database.read(sql -> sql.listEach(
                "SELECT s.record_id, s.name FROM record_series_member m JOIN record_series s ON s.record_id = m.series"
                        + " WHERE m.record_id = ? ORDER BY m.made_at",
                found -> new Named(found.getString(1), found.getString(2)),
                MergeTable.group(sql, row.id()).stream()
                        .map(id -> new Object[] {id})
                        .toList()));
        Map<String, RecordRow> seen = reading
                .readAll(all.stream().map(Named::record).distinct().toList())
                .stream()
                .collect(Collectors.toMap(RecordRow::id, Function.identity()));
        return all.stream()
                .distinct()
                .flatMap(named -> Optional.ofNullable(seen.get(named.record())).stream()
                        .map(record -> new Gathered(record.withoutSecrets(), named.name(), List.of())))
                .toList();
    }

    /** Puts members into the order in which they happened. */
    public static String key(RecordRow member) {
        long millis = member.occurredAt().orElse(member.createdAt()).toEpochMilli();
        return "%016x-%s".formatted(millis ^ Long.MIN_VALUE, member.id());
    }

    /** Makes the record the case of a series of this name, or renames the series. */
    public void name(RecordRow row, String name) {
        pair.requireHandle(row);
        database.write(sql -> {
            if (!LinkTable.lock(sql, row.id())) {
                throw RecordPermissions.missing();
            }
            Optional<String> before = name(sql, row.id());
            if (before.isEmpty()) {
                sql.update(
                        "INSERT INTO record_series (record_id, name, made_at, made_by) VALUES (?, ?, ?, ?)",
                        row.id(),
                        name,
                        Instant.now(),
                        permissions.caller().account());
            } else if (!before.get().equals(name)) {
                sql.update("UPDATE record_series SET name = ? WHERE record_id = ?", name, row.id());
            }
            if (!before.equals(Optional.of(name))) {
                tell("record.series-named", row, Map.of("name", name));
            }
            return true;
        });
    }

    /** Ends the series; its members stay what they are. */
    public void end(RecordRow row, String reason) {
        pair.requireHandle(row);
        database.write(sql -> {
            LinkTable.lock(sql, row.id());
            String name = name(sql, row.id()).orElseThrow(Series::missing);
            sql.update("DELETE FROM record_series WHERE record_id = ?", row.id());
            tell("record.series-ended", row, Map.of("name", name, "reason", reason));
            return true;
        });
    }

    /** Puts a record into the series of this case; a second time changes nothing. */
    public void add(RecordRow row, String idOrNumber) {
        pair.requireHandle(row);
        RecordRow member = pair.other(row, idOrNumber, "record");
        database.write(sql -> {
            if (!LinkTable.lock(sql, row.id(), member.id())) {
                throw RecordPermissions.missing();
            }
            String name = name(sql, row.id()).orElseThrow(Series::missing);
            if (isMember(sql, row, member)) {
                return false;
            }
            if (sql.number("SELECT COUNT(*) FROM record_series_member WHERE series = ?", row.id()) >= MOST) {
                throw Problem.conflict(new Text(
                        "Serien har redan " + MOST + " poster.", "The series has " + MOST + " records already."));
            }
            sql.update(
                    "INSERT INTO record_series_member (record_id, series, made_at, made_by) VALUES (?, ?, ?, ?)",
                    member.id(),
                    row.id(),
                    Instant.now(),
                    permissions.caller().account());
            pair.journal("record.series-joined", row, member, Map.of("name", name));
            return true;
        });
    }

    /** Takes a record out of the series of this case. */
    public void remove(RecordRow row, String idOrNumber, String reason) {
        pair.requireHandle(row);
        RecordRow member = pair.other(row, idOrNumber, "record");
        database.write(sql -> {
            LinkTable.lock(sql, row.id(), member.id());
            String name = name(sql, row.id()).orElseThrow(Series::missing);
            if (isMember(sql, row, member)) {
                sql.update(
                        "DELETE FROM record_series_member WHERE record_id = ? AND series = ?", member.id(), row.id());
                pair.journal("record.series-left", row, member, Map.of("name", name, "reason", reason));
            }
            return true;
        });
    }

    private List<RecordRow> members(RecordRow row) {
        List<String> ids = database.read(sql -> sql.list(
                "SELECT record_id FROM record_series_member WHERE series = ?", found -> found.getString(1), row.id()));
        return reading.readAll(ids).stream()
                .map(RecordRow::withoutSecrets)
                .sorted(Comparator.comparing(Series::key))
                .toList();
    }

    private void tell(String action, RecordRow row, Map<String, Object> data) {
        journal.append(new Journal.Entry(action, row.type(), row.id(), data));
    }

    private static Optional<String> name(Sql sql, String record) throws SQLException {
        return sql.first("SELECT name FROM record_series WHERE record_id = ?", row -> row.getString(1), record);
    }

    private static boolean isMember(Sql sql, RecordRow row, RecordRow member) throws SQLException {
        return sql.number(
                        "SELECT COUNT(*) FROM record_series_member WHERE record_id = ? AND series = ?",
                        member.id(),
                        row.id())
                > 0;
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Posten leder ingen serie.", "The record leads no series."))
                .withNext(new Text("Ge serien ett namn först.", "Give the series a name first."));
    }
}
