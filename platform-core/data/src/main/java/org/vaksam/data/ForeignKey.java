package org.vaksam.data;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vaksam.spi.data.Sql;

/**
 * A foreign key, to be taken away while rows come in an order that it would not allow.
 *
 * @param name   as the database writes it
 * @param onDelete the SQL of its rule
 */
record ForeignKey(
        String table, String name, String parent, List<String> columns, List<String> parentColumns, String onDelete) {
    private static final String NAMED_BY_DERBY = "SQL";

    /** All of a schema. */
    static List<ForeignKey> of(Connection connection, String schema) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        boolean upper = meta.storesUpperCaseIdentifiers();
        var keys = new ArrayList<ForeignKey>();
        for (String table : TableOrder.of(connection, schema)) {
            try (ResultSet rows = meta.getImportedKeys(
                    null,
                    upper ? schema.toUpperCase(Locale.ROOT) : schema,
                    upper ? table.toUpperCase(Locale.ROOT) : table)) {
                keys.addAll(read(rows));
            }
        }
        return keys;
    }

    private static List<ForeignKey> read(ResultSet rows) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        while (rows.next()) {
            String name = rows.getString("FK_NAME");
            ForeignKey key = keys.get(name);
            if (key == null) {
                key = new ForeignKey(
                        rows.getString("FKTABLE_SCHEM") + "." + rows.getString("FKTABLE_NAME"),
                        name,
                        rows.getString("PKTABLE_SCHEM") + "." + rows.getString("PKTABLE_NAME"),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        onDelete(rows.getShort("DELETE_RULE")));
                keys.put(name, key);
            }
            key.columns().add(rows.getString("FKCOLUMN_NAME"));
            key.parentColumns().add(rows.getString("PKCOLUMN_NAME"));
        }
        return List.copyOf(keys.values());
    }

    void drop(Sql sql) throws SQLException {
        sql.update("ALTER TABLE " + table + " DROP CONSTRAINT \"" + name + "\"");
    }

    /** Fails when a row refers to nothing. */
    void add(Sql sql) throws SQLException {
        String named = name.startsWith(NAMED_BY_DERBY) ? "" : " CONSTRAINT \"" + name + "\"";
        sql.update("ALTER TABLE " + table + " ADD" + named + " FOREIGN KEY (" + quoted(columns) + ") REFERENCES "
                + parent + " (" + quoted(parentColumns) + ")" + onDelete);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private static String onDelete(short rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> " ON DELETE CASCADE";
            case DatabaseMetaData.importedKeySetNull -> " ON DELETE SET NULL";
            default -> "";
        };
    }
}
