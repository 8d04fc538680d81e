package org.vaksam.records.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Arrivals.Arrival;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.IdempotencyKeys;
import org.vaksam.records.store.IdempotencyKeys.Key;
import org.vaksam.records.store.IdempotencyKeys.Used;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;

/** Creates one record; with an idempotency key exactly once, however often and however concurrently it is asked. */
@Component(service = RecordCreation.class)
public final class RecordCreation {
    /** The record, and whether it was made by an earlier request with the same key. */
    public record Created(RecordRow row, boolean replayed) {}

    /** What is to be stored, and ids of its photos to the places at which they stand. */
    private record Checked(NewRows.Fresh fresh, Map<String, String> photos) {}

    private final PlatformDatabase database;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final RecordStore store;
    private final IdempotencyKeys keys;
    private final Arrivals arrivals;
    private final Organisation organisation;
    private final Casework casework;
    private final ContentWriter writer;

    @Activate
    public RecordCreation(
            @Reference Tables tables,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference RecordStore store,
            @Reference IdempotencyKeys keys,
            @Reference Arrivals arrivals,
            @Reference Organisation organisation,
            @Reference Casework casework) {
        this.database = tables.database();
        this.definitions = definitions;
        this.permissions = permissions;
        this.store = store;
        this.keys = keys;
        this.arrivals = arrivals;
        this.organisation = organisation;
        this.casework = casework;
        this.writer = new ContentWriter(organisation);
    }

    /** Who is asking. */
    public Caller caller() {
        return permissions.caller();
    }

    /** Creates the record these members describe. */
    public Created create(Type type, Map<String, @Nullable Object> members, Optional<Key> key) {
        return create(type, members, key, UnaryOperator.identity());
    }

    /** The same; {@code finish} makes the row that is stored of the one that was checked, and is not called for a replay. */
    public Created create(
            Type type, Map<String, @Nullable Object> members, Optional<Key> key, UnaryOperator<RecordRow> finish) {
        Caller caller = permissions.require(type.name(), "create");
        Optional<Created> before = key.flatMap(this::replay);
        if (before.isPresent()) {
            return before.get();
        }
        Checked checked = check(type, members, caller);
        Arrival arrival = arrivals.expect(List.of(checked.fresh())).get(0).with(finish);
        try {
            store(arrival, checked.photos(), key);
        } catch (RuntimeException e) {
            if (key.isPresent() && Failure.isDuplicate(e)) {
                return replay(key.get()).orElseThrow(() -> e);
            }
            throw e;
        }
        return new Created(arrival.row(), false);
    }

    private void store(Arrival arrival, Map<String, String> photos, Optional<Key> key) {
        database.write(sql -> {
            if (key.isPresent()) {
                keys.take(sql, key.get(), arrival.row().id());
            }
            arrivals.settle(List.of(arrival), rows -> store.insertAll(sql, rows));
            Documents.take(casework, arrival.row().id(), photos);
            return arrival;
        });
    }

    private Optional<Created> replay(Key key) {
        Optional<Used> used = keys.find(key);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        if (!used.get().bodyHash().equals(key.bodyHash()) || !used.get().type().equals(key.type())) {
            throw Problem.of(
                    "idempotency-mismatch",
                    422,
                    new Text("Nyckeln är redan använd", "The key was used before"),
                    new Text(
                            "Samma Idempotency-Key har använts för en annan post. Inget har sparats.",
                            "The same Idempotency-Key was used for another record. Nothing was stored."));
        }
        RecordRow row =
                store.byId(used.get().record()).filter(permissions::shows).orElseThrow(RecordPermissions::missing);
        return Optional.of(new Created(row, true));
    }

    private Checked check(Type type, Map<String, @Nullable Object> members, Caller caller) {
        var problems = new Problems();
        Optional<KindDefinition> definition = kind(type, members.get("kind"), problems);
        problems.throwIfAny();
        var rest = new LinkedHashMap<>(members);
        rest.remove("kind");
        Map<String, String> photos = Documents.photos(rest.remove("photos"), organisation, problems);
        Content content = writer.create(definition.orElseThrow(), rest, problems);
        checkMarks(definition.orElseThrow(), content, problems);
        if (!problems.has("unit")) {
            permissions.checkPlace(type.name(), content.unit(), problems);
        }
        problems.throwIfAny();
        var fresh = new NewRows.Fresh(
                type,
                definition.orElseThrow(),
                content,
                caller.kind() == Caller.Kind.SESSION ? "console" : "api",
                Optional.empty(),
                caller.account());
        return new Checked(fresh, photos);
    }

    /** Whoever creates may mark more as secret, and less only afterwards. */
    private static void checkMarks(KindDefinition definition, Content content, Problems problems) {
        definition.defaults().secrecy().fields().keySet().stream()
                .filter(field -> !content.secrecy().covers(field))
                .forEach(field -> problems.add(
                        "secretFields." + field,
                        "Är sekretess enligt definitionen. Häv markeringen när posten finns.",
                        "Is secret by the definition. Lift the mark when the record exists."));
    }

    private Optional<KindDefinition> kind(Type type, @Nullable Object given, Problems problems) {
        List<String> kinds = definitions.openKinds(type.name());
        Object kind = given == null && kinds.size() == 1 ? kinds.get(0) : given;
        Optional<KindDefinition> definition =
                kind instanceof String name ? definitions.open(type.name(), name) : Optional.empty();
        if (definition.isEmpty()) {
            String word = kind instanceof String name ? name : "";
            String listed = String.join(", ", kinds);
            problems.add(
                    "kind",
                    "Ska vara något av: " + listed + "." + Nearest.swedish(word, kinds),
                    "Must be one of: " + listed + "." + Nearest.english(word, kinds));
        }
        return definition;
    }
}
