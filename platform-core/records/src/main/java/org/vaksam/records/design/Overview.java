package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Published;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.DraftTable;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.store.ShippedDefinitions;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordTypes.Type;

/** All kinds of records with where their definitions come from. */
@Component(service = Overview.class)
public final class Overview {
    /** How many records a kind has, and how many of them have an older version. */
    private record Count(long records, long older) {}

    private final DefinitionStore store;
    private final ShippedDefinitions shipped = new ShippedDefinitions();

    @Activate
    public Overview(@Reference DefinitionStore store) {
        this.store = store;
    }

    /** Types with their kinds. */
    public List<Map<String, @Nullable Object>> types() {
        return store.database().read(this::types);
    }

    public Stored require(String type, String kind) {
        return store.database().read(sql -> store.newest(sql, type, kind)).orElseThrow(Moves::unknownKind);
    }

    public List<Published> history(String type, String kind) {
        return store.database().read(sql -> store.history(sql, type, kind));
    }

    private List<Map<String, @Nullable Object>> types(Sql sql) throws SQLException {
        Map<String, String> modules = shipped.checksums(sql);
        Map<String, Draft> drafts = new HashMap<>();
        DraftTable.all(sql).forEach(draft -> drafts.put(draft.type() + "/" + draft.kind(), draft));
        List<Stored> newest = store.newest(sql);
        Map<String, Count> counts = counts(sql, newest);
        var types = new ArrayList<Map<String, @Nullable Object>>();
        for (Type type : store.types(sql)) {
            var kinds = new ArrayList<Map<String, @Nullable Object>>();
            for (Stored stored : newest) {
                if (stored.type().equals(type.name())) {
                    String id = stored.type() + "/" + stored.kind();
                    Map<String, @Nullable Object> kind = kind(stored, Optional.ofNullable(modules.get(id)));
                    Count count = counts.getOrDefault(id, new Count(0, 0));
                    kind.put("records", count.records());
                    kind.put("older", count.older());
                    kind.put(
                            "draft",
                            Optional.ofNullable(drafts.remove(id))
                                    .map(Overview::draft)
                                    .orElse(null));
                    kinds.add(kind);
                }
            }
            drafts.values().stream()
                    .filter(draft -> draft.type().equals(type.name()))
                    .forEach(draft -> kinds.add(unpublished(draft)));
            types.add(type(type, kinds));
        }
        return types;
    }

    private static Map<String, @Nullable Object> type(Type type, List<Map<String, @Nullable Object>> kinds) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", type.name());
        json.put("title", type.title().asMap());
        json.put("titles", type.titles().asMap());
        json.put("icon", type.icon());
        json.put("dormant", type.dormant());
        json.put("kinds", kinds);
        return json;
    }

    private static Map<String, @Nullable Object> kind(Stored stored, Optional<String> module) {
        JsonNode document = Documents.read(stored.json());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", stored.kind());
        json.put("title", Json.plain(document.path("title")));
        json.put("icon", document.path("icon").asText());
        json.put("version", stored.version());
        json.put("own", stored.own());
        json.put("retired", stored.retired());
        json.put("module", module.isPresent());
        json.put(
                "waiting",
                stored.own()
                        && module.filter(sum -> !sum.equals(stored.checksum())).isPresent());
        return json;
    }

    /** A new kind that nobody has published yet. */
    private static Map<String, @Nullable Object> unpublished(Draft draft) {
        JsonNode document = Documents.read(draft.json());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", draft.kind());
        json.put("title", document.has("title") ? Json.plain(document.path("title")) : null);
        json.put("icon", document.path("icon").asText());
        json.put("version", 0);
        json.put("own", true);
        json.put("retired", false);
        json.put("module", false);
        json.put("waiting", false);
        json.put("records", 0);
        json.put("older", 0);
        json.put("draft", draft(draft));
        return json;
    }

    private static Map<String, Object> draft(Draft draft) {
        return Map.of("id", draft.id(), "updatedAt", draft.updatedAt().toString(), "updatedBy", draft.updatedBy());
    }

    private static Map<String, Count> counts(Sql sql, List<Stored> newest) throws SQLException {
        var versions = new HashMap<String, Integer>();
        newest.forEach(stored -> versions.put(stored.type() + "/" + stored.kind(), stored.version()));
        var counts = new HashMap<String, Count>();
        sql.list(
                "SELECT type, kind, definition_version, COUNT(*) FROM record GROUP BY type, kind, definition_version",
                row -> {
                    String id = row.getString(1) + "/" + row.getString(2);
                    long records = row.getLong(4);
                    boolean older = row.getInt(3) < versions.getOrDefault(id, 0);
                    return counts.merge(
                            id,
                            new Count(records, older ? records : 0),
                            (one, other) -> new Count(one.records() + other.records(), one.older() + other.older()));
                });
        return counts;
    }
}
