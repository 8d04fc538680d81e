package org.vaksam.kernel.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.ModuleTrust.Countersignature;

/** The files that administrators have approved. */
final class CountersignatureTable {
    private static final String COLUMNS = "sha, module, version, reason, approved_by, approved_at";

    private final PlatformDatabase database;

    CountersignatureTable(PlatformDatabase database) {
        this.database = database;
    }

    List<Countersignature> all() {
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + " FROM module_countersignature ORDER BY approved_at DESC, sha",
                CountersignatureTable::map));
    }

    Optional<Countersignature> find(String sha) {
        return database.read(sql -> sql.first(
                "SELECT " + COLUMNS + " FROM module_countersignature WHERE sha = ?", CountersignatureTable::map, sha));
    }

    /** Inserts or replaces, in the thread's transaction. */
    void save(Countersignature approval) {
        delete(approval.sha());
        database.write(sql -> sql.update(
                "INSERT INTO module_countersignature (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
                approval.sha(),
                approval.module(),
                approval.version(),
                approval.reason(),
                approval.by(),
                approval.at()));
    }

    /** In the thread's transaction. */
    void delete(String sha) {
        database.write(sql -> sql.update("DELETE FROM module_countersignature WHERE sha = ?", sha));
    }

    private static Countersignature map(ResultSet row) throws SQLException {
        return new Countersignature(
                row.getString("sha"),
                row.getString("module"),
                row.getString("version"),
                row.getString("reason"),
                row.getString("approved_by"),
                Sql.instant(row, "approved_at").orElse(Instant.EPOCH));
    }
}
