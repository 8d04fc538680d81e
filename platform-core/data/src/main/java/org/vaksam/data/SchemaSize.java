package org.vaksam.data;

import java.sql.SQLException;
import java.util.Locale;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.Sql;

/** How much room the tables and indexes of a schema take. */
final class SchemaSize {
    private static final String DERBY = "SELECT SUM((s.numallocatedpages + s.numfreepages) * s.pagesize)"
            + " FROM sys.sysschemas o, sys.systables t,"
            + " TABLE (SYSCS_DIAG.SPACE_TABLE(o.schemaname, t.tablename)) s"
            + " WHERE t.schemaid = o.schemaid AND t.tabletype = 'T' AND o.schemaname = ?";
    private static final String POSTGRESQL = "SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = ?";

    private SchemaSize() {}

    /** In bytes; 0 when there is no such schema. */
    static long of(Sql sql, Dialect dialect, String schema) throws SQLException {
        return switch (dialect) {
            case DERBY -> sql.number(DERBY, schema.toUpperCase(Locale.ROOT));
            case POSTGRESQL -> sql.number(POSTGRESQL, schema);
        };
    }
}
