package org.vaksam.records.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.records.Place;
import org.vaksam.records.asset.AssetRow.Status;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.Sql;

/** The table of assets. */
final class AssetTable {
    static final String COLUMNS = "a.id, a.type, a.name, a.status, a.unit_id, a.parent_id, a.address, a.latitude,"
            + " a.longitude, a.external_key, a.attributes, a.version, a.created_at, a.updated_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM asset a ";
    private static final String INSERT = "INSERT INTO asset (type, name, status, unit_id, parent_id, address, latitude,"
            + " longitude, external_key, attributes, version, created_at, updated_at, name_order, words, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE asset SET type = ?, name = ?, status = ?, unit_id = ?, parent_id = ?,"
            + " address = ?, latitude = ?, longitude = ?, external_key = ?, attributes = ?, version = ?,"
            + " created_at = ?, updated_at = ?, name_order = ?, words = ? WHERE id = ? AND version = ?";

    private final Sql sql;

    AssetTable(Sql sql) {
        this.sql = sql;
    }

    /** Whoever changes the shape of the tree or of the dependencies waits for whoever does so at the same time. */
    void lock() throws SQLException {
        sql.update("UPDATE asset_register SET revision = revision + 1");
    }

    Optional<AssetRow> byId(String id) throws SQLException {
        return sql.first(SELECT + "WHERE a.id = ?", AssetTable::read, id);
    }

    /** The whole register. */
    List<AssetRow> all() throws SQLException {
        return sql.list(SELECT + "ORDER BY a.id", AssetTable::read);
    }

    Optional<AssetRow> byKey(String key) throws SQLException {
        return sql.first(SELECT + "WHERE a.external_key = ?", AssetTable::read, key);
    }

    List<AssetRow> byIds(Collection<String> ids) throws SQLException {
        return sql.listEach(SELECT + "WHERE a.id = ?", AssetTable::read, each(ids));
    }

    List<AssetRow> byKeys(Collection<String> keys) throws SQLException {
        return sql.listEach(SELECT + "WHERE a.external_key = ?", AssetTable::read, each(keys));
    }

    /** What stands directly below any of these. */
    List<AssetRow> below(Collection<String> ids) throws SQLException {
        return sql.listEach(SELECT + "WHERE a.parent_id = ?", AssetTable::read, each(ids));
    }

    void insert(List<AssetRow> rows) throws SQLException {
        sql.batch(INSERT, rows.stream().map(row -> values(row, false)).toList());
    }

    /** Writes the row over the version before it; false when that is not what is stored. */
    boolean update(AssetRow row) throws SQLException {
        return sql.update(UPDATE, values(row, true)) == 1;
    }

    /** In small letters, as searches compare. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object[] values(AssetRow row, boolean over) {
        String words = String.join(
                "\n", row.name(), row.externalKey().orElse(""), row.place().name());
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                row.type(),
                row.name(),
                row.status().word(),
                row.unit(),
                row.parent(),
                row.place().name(),
                row.place().latitude(),
                row.place().longitude(),
                row.externalKey(),
                Json.write(row.attributes()),
                row.version(),
                row.createdAt(),
                row.updatedAt(),
                folded(row.name()),
                folded(words),
                row.id()));
        if (over) {
            values.add(row.version() - 1);
        }
        return values.toArray();
    }

    static AssetRow read(ResultSet row) throws SQLException {
        return new AssetRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Status.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                new Place(row.getString(7), degrees(row, 8), degrees(row, 9)),
                Optional.ofNullable(row.getString(10)),
                attributes(row.getString(11)),
                row.getInt(12),
                Sql.instant(row, "created_at").orElse(Instant.EPOCH),
                Sql.instant(row, "updated_at").orElse(Instant.EPOCH));
    }

    private static Map<String, Object> attributes(String json) throws SQLException {
        try {
            return Json.object(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("The attributes of an asset are not valid JSON", e);
        }
    }

    private static Optional<Double> degrees(ResultSet row, int column) throws SQLException {
        double degrees = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(degrees);
    }

    private static List<@Nullable Object[]> each(Collection<String> values) {
        return values.stream().map(value -> new @Nullable Object[] {value}).toList();
    }
}
