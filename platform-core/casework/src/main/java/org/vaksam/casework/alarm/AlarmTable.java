package org.vaksam.casework.alarm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** What has not happened yet. A row goes in the transaction of what happens, so that it happens exactly once. */
@Component(service = AlarmTable.class)
public final class AlarmTable {
    private final PlatformDatabase database;

    @Activate
    public AlarmTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    public void add(Sql sql, Alarm alarm) throws SQLException {
        sql.update(
                "INSERT INTO work_alarm (id, record_id, about, kind, what, step, planned_at, rings_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                alarm.id(),
                alarm.record(),
                alarm.about(),
                alarm.kind(),
                alarm.what(),
                alarm.step(),
                alarm.planned(),
                alarm.planned());
    }

    /** Nothing more happens about this. */
    public void clear(Sql sql, String about) throws SQLException {
        sql.update("DELETE FROM work_alarm WHERE about = ?", about);
    }

    /** False when somebody else took it, or it is not to happen any more. */
    boolean take(Sql sql, String id) throws SQLException {
        return sql.update("DELETE FROM work_alarm WHERE id = ?", id) == 1;
    }

    /** Those whose time has come, in the order in which they were planned. */
    List<Alarm> due(Instant now, int limit) {
        return database.read(sql -> sql.list(
                "SELECT id, record_id, about, kind, what, step, planned_at FROM work_alarm WHERE rings_at <= ?"
                        + " ORDER BY rings_at, id FETCH FIRST " + limit + " ROWS ONLY",
                AlarmTable::read,
                now));
    }

    /** Tried again at this time. */
    void postpone(String id, Instant until) {
        database.write(sql -> sql.update("UPDATE work_alarm SET rings_at = ? WHERE id = ?", until, id));
    }

    private static Alarm read(ResultSet row) throws SQLException {
        return new Alarm(
                row.getString("id"),
                Optional.ofNullable(row.getString("record_id")),
                row.getString("about"),
                Alarm.Kind.valueOf(row.getString("kind")),
                Alarm.What.valueOf(row.getString("what")),
                row.getInt("step"),
                Sql.instant(row, "planned_at").orElseThrow());
    }
}
