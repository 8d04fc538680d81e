package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of the organisation's own retention rules. */
@Component(service = RuleTable.class)
public final class RuleTable {
    private final PlatformDatabase database;

    @Activate
    public RuleTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    public Optional<String> find(String type, String kind) {
        return database.read(sql -> sql.first(
                "SELECT json FROM retention_rule WHERE type = ? AND kind = ?", row -> row.getString(1), type, kind));
    }

    public static boolean delete(Sql sql, String type, String kind) throws SQLException {
        return sql.update("DELETE FROM retention_rule WHERE type = ? AND kind = ?", type, kind) == 1;
    }

    public static void put(Sql sql, String type, String kind, String json) throws SQLException {
        delete(sql, type, kind);
        sql.update("INSERT INTO retention_rule (type, kind, json) VALUES (?, ?, ?)", type, kind, json);
    }
}
