package org.vaksam.data;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * A column of a query or a table.
 *
 * @param identity whether the database numbers it
 */
record Column(String name, int type, ColumnValues values, boolean identity) {

    /** All columns, in their order. */
    static List<Column> of(ResultSetMetaData meta) throws SQLException {
        var columns = new ArrayList<Column>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String name = meta.getColumnLabel(i).toLowerCase(Locale.ROOT);
            int type = meta.getColumnType(i);
            String typeName = meta.getColumnTypeName(i);
            ColumnValues values = ColumnValues.of(type).orElseThrow(() -> notPlain(name, typeName));
            columns.add(new Column(name, type, values, meta.isAutoIncrement(i)));
        }
        return columns;
    }

    /** A row has columns that the table has not. */
    static Problem unknown(String table, Set<String> names) {
        return Problem.conflict(new Text(
                        "Tabellen " + table + " har inte kolumnerna " + String.join(", ", names) + ".",
                        "The table " + table + " does not have the columns " + String.join(", ", names) + "."))
                .withNext(new Text(
                        "Uppgradera plattformen till minst arkivets version.",
                        "Update the platform to the archive's version at least."));
    }

    private static Problem notPlain(String column, String type) {
        return Problem.conflict(new Text(
                        "Kolumnen " + column + " har typen " + type + ", som ett arkiv inte kan bära.",
                        "The column " + column + " has the type " + type + ", which an archive cannot carry."))
                .withNext(new Text(
                        "Behåll data (keep), eller be modulens leverantör om en annan typ.",
                        "Keep the data (keep), or ask the module's maker for another type."));
    }
}
