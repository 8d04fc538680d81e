package org.vaksam.data;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Sql;

/** What was run on which schema, with what is needed to undo it when the bundle is gone. */
final class SchemaHistory {
    private static final String TABLE = Schemas.PLATFORM + ".schema_script";

    /** A script that was run. */
    record Applied(String script, String checksum, Optional<String> down) {}

    private SchemaHistory() {}

    /** Creates the table when there is none. */
    static void create(Sql sql, Dialect dialect) throws SQLException {
        String schema = dialect == Dialect.DERBY ? "VAKSAM" : Schemas.PLATFORM;
        String table = dialect == Dialect.DERBY ? "SCHEMA_SCRIPT" : "schema_script";
        try (var tables = sql.connection().getMetaData().getTables(null, schema, table, null)) {
            if (tables.next()) {
                return;
            }
        }
        sql.update("CREATE TABLE " + TABLE + " (owner VARCHAR(100) NOT NULL, script VARCHAR(100) NOT NULL,"
                + " checksum CHAR(64) NOT NULL, down_sql VARCHAR(32000), applied_at TIMESTAMP NOT NULL,"
                + " PRIMARY KEY (owner, script))");
    }

    /** Lets one transaction at a time change schemas, until it has ended. */
    static void lock(Sql sql) throws SQLException {
        sql.update("LOCK TABLE " + TABLE + " IN EXCLUSIVE MODE");
    }

    /** Oldest first. */
    static List<Applied> of(Sql sql, String owner) throws SQLException {
        return sql.list(
                "SELECT script, checksum, down_sql FROM " + TABLE + " WHERE owner = ? ORDER BY script",
                row -> new Applied(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))),
                owner);
    }

    /** Every schema that a script has made something in, the platform's first. */
    static List<String> schemas(Sql sql) throws SQLException {
        return Stream.concat(
                        Stream.of(Schemas.PLATFORM),
                        sql
                                .list(
                                        "SELECT DISTINCT owner FROM " + TABLE + " ORDER BY owner",
                                        row -> row.getString(1))
                                .stream()
                                .map(SchemaHistory::schemaOf))
                .distinct()
                .toList();
    }

    /** Where the tables of an owner are. */
    static String schemaOf(String owner) {
        return owner.startsWith(Migrations.PLATFORM + ":") ? Schemas.PLATFORM : Schemas.of(owner);
    }

    static void add(Sql sql, String owner, Script script) throws SQLException {
        sql.update(
                "INSERT INTO " + TABLE + " (owner, script, checksum, down_sql, applied_at) VALUES (?, ?, ?, ?, ?)",
                owner,
                script.id(),
                script.checksum(),
                script.down(),
                Instant.now());
    }

    static void remove(Sql sql, String owner, String script) throws SQLException {
        sql.update("DELETE FROM " + TABLE + " WHERE owner = ? AND script = ?", owner, script);
    }
}
