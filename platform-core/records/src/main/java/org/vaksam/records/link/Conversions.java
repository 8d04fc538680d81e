package org.vaksam.records.link;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Documents;
import org.vaksam.records.engine.MergedRecords;
import org.vaksam.records.engine.RecordCreation;
import org.vaksam.records.engine.RecordCreation.Created;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.IdempotencyKeys;
import org.vaksam.records.store.IdempotencyKeys.Key;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;

/** Makes a record of another type out of one that stays, with what belongs to it, in one transaction. */
@Component(service = Conversions.class)
public final class Conversions {
    private final PlatformDatabase database;
    private final RecordStore store;
    private final RecordCreation creation;
    private final RecordPermissions permissions;
    private final IdempotencyKeys keys;
    private final ConversionPlanner planner;
    private final Companions companions;
    private final Definitions definitions;
    private final Links links;
    private final Pair pair;

    @Activate
    public Conversions(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference RecordCreation creation,
            @Reference RecordPermissions permissions,
            @Reference IdempotencyKeys keys,
            @Reference ConversionPlanner planner,
            @Reference Companions companions,
            @Reference Definitions definitions,
            @Reference Links links,
            @Reference Pair pair) {
        this.database = tables.database();
        this.store = store;
        this.creation = creation;
        this.permissions = permissions;
        this.keys = keys;
        this.planner = planner;
        this.companions = companions;
        this.definitions = definitions;
        this.links = links;
        this.pair = pair;
    }

    /** What would be carried over. */
    public Conversion preview(RecordRow row, String type, String kind) {
        pair.requireHandle(row);
        Conversion conversion = planner.plan(readable(row), type, kind);
        permissions.require(conversion.type().name(), "create");
        return conversion;
    }

    /**
     * Creates the record; with the same key once.
     *
     * @param expected which versions of the source it may be based on
     */
    public Created convert(RecordRow seen, ConversionOrder order, IntPredicate expected, Optional<Key> key) {
        try {
            return database.write(sql -> convert(sql, seen, order, expected, key));
        } catch (RuntimeException e) {
            if (isUsed(key)) {
                return database.write(sql -> convert(sql, seen, order, expected, key));
            }
            throw e;
        }
    }

    private Created convert(Sql sql, RecordRow seen, ConversionOrder order, IntPredicate expected, Optional<Key> key)
            throws SQLException {
        LinkTable.lock(sql, seen.id());
        RecordRow row = store.byId(seen.id()).orElseThrow(RecordPermissions::missing);
        Conversion conversion = preview(row, order.type(), order.kind());
        if (!isUsed(key)) {
            EntityTags.check(expected, row.version());
            MergedRecords.refuse(row);
        }
        Created created = creation.create(
                conversion.type(), members(conversion, order), key, fresh -> withCopies(row, fresh, conversion));
        if (!created.replayed()) {
            links.insert(sql, row, created.row(), Relation.LED_TO, "");
            store.update(sql, Rows.with(row, row.phase(), permissions.caller().account()));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("carried", names(conversion.carried()));
            data.put("left", names(conversion.left()));
            pair.one("record.converted", row, created.row(), data);
            pair.one("record.converted-from", created.row(), row, data);
        }
        return created;
    }

    /** Its fields name its own copies of what the other's fields name. */
    private RecordRow withCopies(RecordRow row, RecordRow fresh, Conversion conversion) {
        Set<String> known = Documents.in(definitions.of(row), row.fields()).keySet();
        Map<String, String> copies = companions.copied(row, fresh);
        return fresh.copy()
                .fields(Documents.renamed(
                        conversion.definition(),
                        fresh.fields(),
                        id -> known.contains(id) ? Optional.ofNullable(copies.get(id)) : Optional.of(id)))
                .build();
    }

    private boolean isUsed(Optional<Key> key) {
        return key.isPresent() && keys.find(key.get()).isPresent();
    }

    /** The values that fit, those that were left as an appendix, and what somebody wants otherwise. */
    private static Map<String, @Nullable Object> members(Conversion conversion, ConversionOrder order) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (Value value : conversion.carried()) {
            if (value.isField()) {
                fields.put(value.id(), value.value());
            } else {
                members.put(value.name(), value.value());
            }
        }
        var marks = new HashMap<>(conversion.content().secrecy().fields());
        String appendix = order.appendix() ? conversion.appendix() : "";
        if (!appendix.isEmpty()) {
            members.put("description", Appendix.joined(conversion.content().description(), appendix));
            conversion.appendixGround().ifPresent(ground -> marks.putIfAbsent("description", ground));
        }
        members.putAll(order.members());
        fields.putAll(order.fields());
        members.put("kind", order.kind());
        members.put("fields", fields);
        members.put("secrecy", conversion.content().secrecy().level());
        if (conversion.content().secrecy().isRestricted()) {
            members.put("secrecyGround", conversion.content().secrecy().ground());
        }
        members.put("secretFields", marks);
        return members;
    }

    private RecordRow readable(RecordRow row) {
        return permissions.showsSecrets(row) ? row : row.withoutSecrets();
    }

    private static List<String> names(List<Value> values) {
        return values.stream().map(Value::name).toList();
    }
}
