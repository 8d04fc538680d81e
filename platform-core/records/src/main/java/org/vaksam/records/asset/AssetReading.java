package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.AssetRights;
import org.vaksam.spi.records.Assets;

/** Assets as a caller sees them. */
@Component(service = {AssetReading.class, Assets.class, AssetRights.class})
public final class AssetReading implements Assets, AssetRights {
    private static final int MOST_BELOW = 10_000;

    private final PlatformDatabase database;
    private final AssetAccess access;

    @Activate
    public AssetReading(@Reference Tables tables, @Reference AssetAccess access) {
        this.database = tables.database();
        this.access = access;
    }

    /** The asset with this id or external key; 404 when it is missing or hidden. */
    public AssetRow read(String idOrKey) {
        access.requireReading();
        return seen(idOrKey).orElseThrow(AssetAccess::missing);
    }

    @Override
    public Optional<String> find(String idOrKey) {
        return seen(idOrKey).map(AssetRow::id);
    }

    @Override
    public Optional<String> type(String id) {
        return seen(id).map(AssetRow::type);
    }

    @Override
    public Standing require(String idOrKey) {
        AssetRow row = seen(idOrKey).orElseThrow(AssetAccess::missing);
        return new Standing(row.id(), row.name(), access.mayWrite(row));
    }

    @Override
    public Optional<Sketch> sketch(String idOrKey) {
        return seen(idOrKey)
                .filter(row -> !row.isRetired())
                .map(row -> new Sketch(
                        row.id(),
                        row.name(),
                        row.unit(),
                        Optional.of(row.place()).filter(place -> !place.equals(AssetDraft.NOWHERE))));
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return byId(ids).values().stream().collect(Collectors.toMap(AssetRow::id, AssetRow::name));
    }

    /** Those of them that the caller may see. */
    public Map<String, AssetRow> byId(Collection<String> ids) {
        Set<String> wanted = ids.stream().filter(id -> Ids.isId(id)).collect(Collectors.toSet());
        Map<String, AssetRow> found = new LinkedHashMap<>();
        if (!wanted.isEmpty()) {
            database.read(sql -> new AssetTable(sql).byIds(wanted)).stream()
                    .filter(access::sees)
                    .forEach(row -> found.put(row.id(), row));
        }
        return found;
    }

    @Override
    public List<String> below(String idOrKey) {
        Optional<AssetRow> top = seen(idOrKey);
        return top.isEmpty() ? List.of() : database.read(sql -> below(new AssetTable(sql), top.get()));
    }

    /** What it is a part of, from the top down; what the caller may not see is left out. */
    public List<AssetRow> above(AssetRow row) {
        return database.read(sql -> AssetTree.above(new AssetTable(sql), row)).stream()
                .filter(access::sees)
                .toList();
    }

    /** Those of these assets that have something below them that the caller may see. */
    public Set<String> withParts(Collection<AssetRow> rows) {
        return database
                .read(sql -> new AssetTable(sql)
                        .below(rows.stream().map(AssetRow::id).toList()))
                .stream()
                .filter(row -> !row.isRetired() && access.sees(row))
                .flatMap(row -> row.parent().stream())
                .collect(Collectors.toSet());
    }

    private List<String> below(AssetTable table, AssetRow top) throws SQLException {
        var ids = new ArrayList<String>(List.of(top.id()));
        var met = new HashSet<String>(ids);
        List<AssetRow> level = List.of(top);
        while (!level.isEmpty() && ids.size() < MOST_BELOW) {
            level = table.below(level.stream().map(AssetRow::id).toList()).stream()
                    .filter(row -> met.add(row.id()))
                    .toList();
            level.stream().filter(access::sees).map(AssetRow::id).forEach(ids::add);
        }
        return ids.subList(0, Math.min(MOST_BELOW, ids.size()));
    }

    private Optional<AssetRow> seen(String idOrKey) {
        return database.read(sql ->
                        Ids.isId(idOrKey) ? new AssetTable(sql).byId(idOrKey) : new AssetTable(sql).byKey(idOrKey))
                .filter(access::sees);
    }
}
