package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of the organisation's own retention rules. */
@Component(service = RuleTable.class)
public final class RuleTable {
    /** A kind of a type of records. */
    public record Kind(String type, String kind) {}

    private final PlatformDatabase database;

    @Activate
    public RuleTable(@Reference Tables tables) {
        this.database = tables.database();
    }

    /** The kinds that have a rule, each with its text. */
    public Map<Kind, String> all() {
        return database
                .read(sql -> sql.list(
                        "SELECT type, kind, json FROM retention_rule",
                        row -> Map.entry(new Kind(row.getString(1), row.getString(2)), row.getString(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static boolean delete(Sql sql, String type, String kind) throws SQLException {
        return sql.update("DELETE FROM retention_rule WHERE type = ? AND kind = ?", type, kind) == 1;
    }

    public static void put(Sql sql, String type, String kind, String json) throws SQLException {
        delete(sql, type, kind);
        sql.update("INSERT INTO retention_rule (type, kind, json) VALUES (?, ?, ?)", type, kind, json);
    }
}
