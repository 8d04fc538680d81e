package org.vaksam.data;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a schema so that each comes after those its foreign keys refer to. */
final class TableOrder {
    private final DatabaseMetaData meta;
    private final String schema;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Set<String> visited = new TreeSet<>();

    private TableOrder(DatabaseMetaData meta, String schema) {
        this.meta = meta;
        this.schema = schema;
    }

    /** Names as the database writes them, in lower case. */
    static List<String> of(Connection connection, String schema) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        var order = new TableOrder(meta, meta.storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema);
        for (String table : order.tables()) {
            order.visit(table);
        }
        return order.ordered.stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Set<String> tables() throws SQLException {
        var names = new TreeSet<String>();
        try (ResultSet tables = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (schema.equals(tables.getString("TABLE_SCHEM"))) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private void visit(String table) throws SQLException {
        if (!visited.add(table)) {
            return;
        }
        for (String parent : parents(table)) {
            visit(parent);
        }
        ordered.add(table);
    }

    private List<String> parents(String table) throws SQLException {
        var parents = new ArrayList<String>();
        try (ResultSet keys = meta.getImportedKeys(null, schema, table)) {
            while (keys.next()) {
                if (schema.equals(keys.getString("PKTABLE_SCHEM"))) {
                    parents.add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        return parents;
    }
}
