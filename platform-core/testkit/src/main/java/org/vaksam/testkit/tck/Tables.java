package org.vaksam.testkit.tck;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What is in the database, as lines that can be compared. */
final class Tables {
    /** Notes about the past, which stay; a number that was given is never given again. */
    private static final Set<String> PAST = Set.of("journal", "journal_entry", "module_operation", "record_number");

    private Tables() {}

    /** Every table, column, index and key; names that the database makes up itself are left out. */
    static Set<String> shape(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        var lines = new TreeSet<String>();
        for (String[] table : tables(data)) {
            String name = table[0] + "." + table[1];
            lines.add("table " + name);
            add(
                    lines,
                    "column " + name,
                    data.getColumns(null, table[0], table[1], "%"),
                    "COLUMN_NAME",
                    "TYPE_NAME",
                    "COLUMN_SIZE",
                    "DECIMAL_DIGITS",
                    "IS_NULLABLE",
                    "COLUMN_DEF");
            add(
                    lines,
                    "index " + name,
                    data.getIndexInfo(null, table[0], table[1], false, true),
                    "INDEX_NAME",
                    "NON_UNIQUE",
                    "ORDINAL_POSITION",
                    "COLUMN_NAME",
                    "ASC_OR_DESC");
            add(
                    lines,
                    "key " + name,
                    data.getPrimaryKeys(null, table[0], table[1]),
                    "PK_NAME",
                    "KEY_SEQ",
                    "COLUMN_NAME");
            add(
                    lines,
                    "reference " + name,
                    data.getImportedKeys(null, table[0], table[1]),
                    "FKCOLUMN_NAME",
                    "PKTABLE_SCHEM",
                    "PKTABLE_NAME",
                    "PKCOLUMN_NAME",
                    "DELETE_RULE");
        }
        return lines;
    }

    /** Where the module is still mentioned, notes about the past excepted. */
    static Set<String> mentions(Connection connection, String module) throws SQLException {
        var found = new TreeSet<String>();
        for (String[] table : tables(connection.getMetaData())) {
            if (PAST.contains(table[1].toLowerCase(Locale.ROOT))) {
                continue;
            }
            try (ResultSet columns = connection.getMetaData().getColumns(null, table[0], table[1], "%")) {
                while (columns.next()) {
                    if (columns.getString("TYPE_NAME").toUpperCase(Locale.ROOT).contains("CHAR")) {
                        mention(connection, table, columns.getString("COLUMN_NAME"), module, found);
                    }
                }
            }
        }
        return found;
    }

    private static void mention(Connection connection, String[] table, String column, String module, Set<String> found)
            throws SQLException {
        String name = quoted(table[0]) + "." + quoted(table[1]);
        String count = "SELECT COUNT(*) FROM " + name + " WHERE " + quoted(column);
        for (String match : List.of("= '" + module + "'", "LIKE '" + module + ".%'", "LIKE '" + module + ":%'")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(count + " " + match)) {
                if (rows.next() && rows.getInt(1) > 0) {
                    found.add(rows.getInt(1) + " row(s) of " + table[1] + " with " + column + " " + match);
                }
            }
        }
    }

    private static List<String[]> tables(DatabaseMetaData data) throws SQLException {
        var found = new ArrayList<String[]>();
        try (ResultSet rows = data.getTables(null, null, "%", new String[] {"TABLE", "VIEW"})) {
            while (rows.next()) {
                found.add(new String[] {rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME")});
            }
        }
        return found;
    }

    private static void add(Set<String> lines, String what, ResultSet rows, String... columns) throws SQLException {
        try (rows) {
            while (rows.next()) {
                var line = new StringBuilder(what);
                for (String column : columns) {
                    String value = String.valueOf(rows.getString(column));
                    line.append(' ').append(value.matches("SQL\\d+.*") ? "-" : value);
                }
                lines.add(line.toString());
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
