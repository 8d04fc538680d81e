package org.vaksam.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordTypes.Type;

/** The tables of record types and their definitions. */
@Component(service = DefinitionStore.class)
public final class DefinitionStore {
    /**
     * A stored definition.
     *
     * @param retired nobody brings it any more: it stays for the records that have it
     * @param own     made by the organisation, not by the module
     */
    public record Stored(
            String type, String kind, int version, String json, String checksum, boolean retired, boolean own) {}

    /** Who published a definition, and why. */
    public record Published(int version, boolean own, Instant at, String by, String reason) {}

    private static final String COLUMNS = "SELECT type, kind, version, json, checksum, retired, own FROM definition ";
    private static final String NEWEST =
            "version = (SELECT MAX(n.version) FROM definition n" + " WHERE n.type = d.type AND n.kind = d.kind)";

    private static final List<String> OF_TYPE =
            List.of("definition", "shipped_definition", "definition_draft", "definition_move");

    private final PlatformDatabase database;

    @Activate
    public DefinitionStore(@Reference Tables tables) {
        this.database = tables.database();
    }

    public PlatformDatabase database() {
        return database;
    }

    public List<Type> types(Sql sql) throws SQLException {
        return sql.list(
                "SELECT name, module, path, number_prefix, icon, title_sv, title_en, titles_sv, titles_en, dormant"
                        + " FROM record_type ORDER BY name",
                DefinitionStore::type);
    }

    /** The newest version of every kind of every type. */
    public List<Stored> newest(Sql sql) throws SQLException {
        return sql.list(COLUMNS + "d WHERE " + NEWEST + " ORDER BY type, kind", DefinitionStore::stored);
    }

    /** The newest version of a kind: the one in force. */
    public Optional<Stored> newest(Sql sql, String type, String kind) throws SQLException {
        return sql.first(COLUMNS + "d WHERE type = ? AND kind = ? AND " + NEWEST, DefinitionStore::stored, type, kind);
    }

    /** Newest first. */
    public List<Published> history(Sql sql, String type, String kind) throws SQLException {
        return sql.list(
                "SELECT version, own, published_at, published_by, reason FROM definition"
                        + " WHERE type = ? AND kind = ? ORDER BY version DESC",
                row -> new Published(
                        row.getInt(1),
                        row.getBoolean(2),
                        Sql.instant(row, "published_at").orElse(Instant.EPOCH),
                        row.getString(4),
                        row.getString(5)),
                type,
                kind);
    }

    public Optional<Stored> version(Sql sql, String type, String kind, int version) throws SQLException {
        return sql.first(
                COLUMNS + "WHERE type = ? AND kind = ? AND version = ?", DefinitionStore::stored, type, kind, version);
    }

    /** Brought by a module. */
    public void insert(Sql sql, Stored definition, Instant publishedAt) throws SQLException {
        insert(sql, definition, publishedAt, "", "");
    }

    /** Published by somebody. */
    public void insert(Sql sql, Stored definition, Instant publishedAt, String by, String reason) throws SQLException {
        sql.update(
                "INSERT INTO definition (type, kind, version, json, checksum, retired, own, published_at, published_by,"
                        + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                definition.type(),
                definition.kind(),
                definition.version(),
                definition.json(),
                definition.checksum(),
                definition.retired(),
                definition.own(),
                publishedAt,
                by,
                reason);
    }

    public void retire(Sql sql, String type, String kind, boolean retired) throws SQLException {
        sql.update("UPDATE definition SET retired = ? WHERE type = ? AND kind = ?", retired, type, kind);
    }

    /** Adds the type or replaces what is known of it. */
    public void put(Sql sql, Type type) throws SQLException {
        sql.update("DELETE FROM record_type WHERE name = ?", type.name());
        sql.update(
                "INSERT INTO record_type (name, module, path, number_prefix, icon, title_sv, title_en, titles_sv,"
                        + " titles_en, dormant) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                type.name(),
                type.module(),
                type.path(),
                type.number(),
                type.icon(),
                type.title().sv(),
                type.title().en(),
                type.titles().sv(),
                type.titles().en(),
                type.dormant());
    }

    /** Removes the type, its definitions and its records; returns how many records there were. Numbers are never given again. */
    public int purge(Sql sql, String type) throws SQLException {
        sql.update("DELETE FROM idempotency_key WHERE type = ?", type);
        int records = sql.update("DELETE FROM record WHERE type = ?", type);
        for (String table : OF_TYPE) {
            sql.update("DELETE FROM " + table + " WHERE type = ?", type);
        }
        sql.update("DELETE FROM record_type WHERE name = ?", type);
        return records;
    }

    private static Type type(ResultSet row) throws SQLException {
        return new Type(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new Text(row.getString(6), row.getString(7)),
                new Text(row.getString(8), row.getString(9)),
                row.getBoolean(10));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7));
    }
}
