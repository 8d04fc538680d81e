package org.vaksam.insight.signal.dismiss;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of dismissals; what has ended stays in it. */
@Component(service = DismissalTable.class)
public final class DismissalTable {
    private final PlatformDatabase database;

    @Activate
    public DismissalTable(@Reference InsightTables tables) {
        this.database = tables.database();
    }

    /** Those that hold on this day, the newest first. */
    List<Dismissal> current(LocalDate day) {
        return database.read(sql -> sql.list(
                "SELECT * FROM signal_dismissal WHERE until_day >= ? AND ended_at IS NULL"
                        + " ORDER BY dismissed_at DESC, id DESC",
                DismissalTable::read,
                day.toString()));
    }

    void insert(Dismissal dismissal) {
        database.write(sql -> sql.update(
                "INSERT INTO signal_dismissal (id, signal_key, kind, type, reason, surplus, dismissed_by, dismissed_at,"
                        + " until_day) VALUES (" + Sql.places(9) + ")",
                dismissal.id(),
                dismissal.key(),
                dismissal.kind(),
                dismissal.type(),
                dismissal.reason(),
                dismissal.surplus(),
                dismissal.by(),
                dismissal.at(),
                dismissal.until().toString()));
    }

    /** Ends what holds for this signal; answers how many did. */
    int end(String key, Instant at) {
        return database.write(sql -> sql.update(
                "UPDATE signal_dismissal SET ended_at = ? WHERE signal_key = ? AND ended_at IS NULL", at, key));
    }

    /** Everybody's, also what has ended, after this id. */
    List<Dismissal> page(String after, int limit) {
        return database.read(sql -> sql.list(
                "SELECT * FROM signal_dismissal WHERE id > ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                DismissalTable::read,
                after));
    }

    Optional<Dismissal> find(String id) {
        return database.read(sql -> sql.first("SELECT * FROM signal_dismissal WHERE id = ?", DismissalTable::read, id));
    }

    /** Writes what it says and whose it is, as long as it says what it said before. */
    boolean replace(Dismissal before, Dismissal after) {
        return database.write(sql -> sql.update(
                        "UPDATE signal_dismissal SET reason = ?, dismissed_by = ? WHERE id = ? AND reason = ?",
                        after.reason(),
                        after.by(),
                        before.id(),
                        before.reason()))
                == 1;
    }

    private static Dismissal read(ResultSet row) throws SQLException {
        return new Dismissal(
                row.getString("id"),
                row.getString("signal_key"),
                Signal.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getString("reason"),
                row.getDouble("surplus"),
                Optional.ofNullable(row.getString("dismissed_by")),
                Sql.instant(row, "dismissed_at").orElseThrow(),
                LocalDate.parse(row.getString("until_day")));
    }
}
