package org.vaksam.records.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.engine.Definitions;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordTypes.Type;

/**
 * What belongs to a record outside its own table. A table of the platform or of a module, a missing one included, says so with a
 * column {@code record_id}; rows that hang on those go with them (ON DELETE CASCADE).
 */
@Component(service = RecordTraces.class)
public final class RecordTraces {
    private static final String COLUMN = "record_id";
    /** A held record is not touched at all; when a record was in which state tells of nobody, and is gone when it is. */
    private static final Set<String> LEFT = Set.of("record_hold", "record_step");

    private final Definitions definitions;
    private final RowTransfer tables;

    @Activate
    public RecordTraces(@Reference Definitions definitions, @Reference RowTransfer tables) {
        this.definitions = definitions;
        this.tables = tables;
    }

    /** The tables, as {@code schema.table}. */
    public List<String> tables(Sql sql) throws SQLException {
        Set<String> schemas = new HashSet<>(Set.of(lower(sql.connection().getSchema())));
        definitions.types().stream()
                .map(Type::module)
                .distinct()
                .flatMap(module -> tables.tables(module).stream())
                .map(table -> table.substring(0, table.indexOf('.')))
                .forEach(schemas::add);
        boolean upper = sql.connection().getMetaData().storesUpperCaseIdentifiers();
        String column = upper ? COLUMN.toUpperCase(Locale.ROOT) : COLUMN;
        var found = new ArrayList<String>();
        try (ResultSet columns = sql.connection().getMetaData().getColumns(null, null, "%", column)) {
            while (columns.next()) {
                String schema = lower(columns.getString("TABLE_SCHEM"));
                String table = lower(columns.getString("TABLE_NAME"));
                if (schemas.contains(schema) && !LEFT.contains(table)) {
                    found.add(schema + "." + table);
                }
            }
        }
        return found;
    }

    /** Removes the rows of these tables that belong to the record. */
    static void remove(Sql sql, List<String> tables, String record) throws SQLException {
        for (String table : tables) {
            sql.update("DELETE FROM " + table + " WHERE " + COLUMN + " = ?", record);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
