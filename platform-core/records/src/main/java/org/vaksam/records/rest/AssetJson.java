package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.asset.AssetAccess;
import org.vaksam.records.asset.AssetLists;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.asset.Dependencies.Link;
import org.vaksam.records.definition.AssetType;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Places;

/** Assets as the REST reference shows them. */
@Component(service = AssetJson.class)
public final class AssetJson {
    private final AssetReading reading;
    private final AssetAccess access;
    private final Organisation organisation;

    @Activate
    public AssetJson(
            @Reference AssetReading reading, @Reference AssetAccess access, @Reference Organisation organisation) {
        this.reading = reading;
        this.access = access;
        this.organisation = organisation;
    }

    String types(List<AssetType> types) {
        return Json.write(Map.of("items", types.stream().map(AssetJson::type).toList()));
    }

    String page(AssetLists.Page page) {
        Set<String> parents = reading.withParts(page.rows());
        Map<String, AssetRow> above = reading.byId(
                page.rows().stream().flatMap(row -> row.parent().stream()).toList());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "items",
                page.rows().stream()
                        .map(row -> {
                            var members = members(row, row.parent().map(above::get));
                            members.put("parts", parents.contains(row.id()));
                            return members;
                        })
                        .toList());
        json.put("next", page.next().orElse(null));
        return Json.write(json);
    }

    /** One asset with what it is a part of. */
    String asset(AssetRow row) {
        List<AssetRow> above = reading.above(row);
        Map<String, @Nullable Object> json = members(
                row,
                above.stream()
                        .filter(one -> row.parent().filter(one.id()::equals).isPresent())
                        .findFirst());
        json.put("parts", !reading.withParts(List.of(row)).isEmpty());
        json.put("above", above.stream().map(AssetJson::named).toList());
        json.put("may", access.mayWrite(row) ? List.of("write") : List.of());
        return Json.write(json);
    }

    String links(List<Link> links) {
        return Json.write(Map.of(
                "items",
                links.stream()
                        .map(link -> Map.of(
                                "id", link.id(),
                                "relation", link.relation(),
                                "outgoing", link.outgoing(),
                                "asset", named(link.other())))
                        .toList()));
    }

    private Map<String, @Nullable Object> members(AssetRow row, Optional<AssetRow> parent) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", row.id());
        json.put("type", row.type());
        json.put("name", row.name());
        json.put("status", row.status().word());
        json.put("unit", row.unit().map(this::unit).orElse(null));
        json.put("parent", parent.map(AssetJson::named).orElse(null));
        json.put("place", Places.toJson(row.place()));
        json.put("externalKey", row.externalKey().orElse(null));
        json.put("attributes", row.attributes());
        json.put("version", row.version());
        json.put("createdAt", row.createdAt().toString());
        json.put("updatedAt", row.updatedAt().toString());
        return json;
    }

    private Map<String, Object> unit(String id) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        organisation.unitOf(id).ifPresent(unit -> {
            json.put("code", unit.code());
            json.put("name", unit.name().asMap());
        });
        return json;
    }

    private static Map<String, Object> named(AssetRow row) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", row.id());
        json.put("name", row.name());
        json.put("type", row.type());
        json.put("status", row.status().word());
        return json;
    }

    private static Map<String, Object> type(AssetType type) {
        try {
            Map<String, Object> json = Json.object(type.json());
            json.put("id", type.id());
            json.put("icon", type.icon());
            json.putIfAbsent("attributes", List.of());
            json.put("dormant", type.dormant());
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A type of assets is damaged", e);
        }
    }
}
