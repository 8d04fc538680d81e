package org.vaksam.records.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.AssetType;
import org.vaksam.records.definition.AssetTypeReader;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The types of assets, those of the platform first; in memory as they were last published. */
@Component(service = AssetTypes.class)
public final class AssetTypes {
    private static final String BUILT_IN = "/META-INF/vaksam/assets.json";

    private final PlatformDatabase database;
    private final List<AssetType> builtIn = builtIn();
    private volatile Map<String, AssetType> current;

    @Activate
    public AssetTypes(@Reference Tables tables) {
        this.database = tables.database();
        this.current = load();
    }

    /** A module brought or took types: asks the database again. Called after the commit. */
    public void reload() {
        current = load();
    }

    public List<AssetType> all() {
        return List.copyOf(current.values());
    }

    public Optional<AssetType> find(String id) {
        return Optional.ofNullable(current.get(id));
    }

    /** What modules brought so far. */
    List<AssetType> stored(Sql sql) throws SQLException {
        return sql.list("SELECT module, json, dormant FROM asset_type ORDER BY id", AssetTypes::read);
    }

    /** Adds the type or replaces what is known of it. */
    void put(Sql sql, AssetType type) throws SQLException {
        sql.update("DELETE FROM asset_type WHERE id = ?", type.id());
        sql.update(
                "INSERT INTO asset_type (id, module, json, dormant) VALUES (?, ?, ?, ?)",
                type.id(),
                type.module(),
                type.json(),
                type.dormant());
    }

    private Map<String, AssetType> load() {
        Map<String, AssetType> types = new LinkedHashMap<>();
        builtIn.forEach(type -> types.put(type.id(), type));
        database.read(this::stored).forEach(type -> types.put(type.id(), type));
        return types;
    }

    private static AssetType read(ResultSet row) throws SQLException {
        try {
            JsonNode json = Json.MAPPER.readTree(row.getString(2));
            return AssetTypeReader.read(row.getString(1), "", json, new Problems())
                    .dormant(row.getBoolean(3));
        } catch (JsonProcessingException e) {
            throw new SQLException("A type of assets is damaged", e);
        }
    }

    private static List<AssetType> builtIn() {
        try (InputStream file = Objects.requireNonNull(AssetTypes.class.getResourceAsStream(BUILT_IN))) {
            var types = new ArrayList<AssetType>();
            for (JsonNode json : Json.MAPPER.readTree(file)) {
                types.add(AssetTypeReader.read(AssetType.PLATFORM, "", json, new Problems()));
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle is damaged", e);
        }
    }
}
