package org.vaksam.records.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.DefinitionReader;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes;

/** Record types and definitions in memory, as they were last published. */
@Component(service = {Definitions.class, RecordTypes.class})
public final class Definitions implements RecordTypes {
    private record Version(String type, String kind, int version) {}

    /** A kind as new records get it. */
    private record Published(KindDefinition definition, boolean retired, Definition shown) {}

    private record Snapshot(List<Type> types, Map<String, Type> byName, Map<String, Map<String, Published>> kinds) {}

    private volatile Snapshot current;

    private final Map<Version, KindDefinition> older = new ConcurrentHashMap<>();
    private final DefinitionStore store;

    @Activate
    public Definitions(@Reference DefinitionStore store) {
        this.store = store;
        this.current = load();
    }

    /** Definitions were published or removed: asks the database again. Called after the commit, by one thread at a time. */
    public synchronized void reload() {
        older.clear();
        current = load();
    }

    @Override
    public List<Type> types() {
        return current.types();
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.ofNullable(current.byName().get(name));
    }

    /** The type a module shows at this path. */
    public Optional<Type> at(String module, String path) {
        return types().stream()
                .filter(type -> type.module().equals(module) && type.path().equals(path))
                .findFirst();
    }

    @Override
    public List<Definition> definitions(String type) {
        Collator swedish = Collator.getInstance(Locale.forLanguageTag("sv"));
        return published(type).values().stream()
                .map(Published::shown)
                .sorted(Comparator.comparing(shown -> shown.title().sv(), swedish))
                .toList();
    }

    /** The kinds that new records may have. */
    public List<String> openKinds(String type) {
        return published(type).entrySet().stream()
                .filter(kind -> !kind.getValue().retired())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The newest definition of a kind that new records may have. */
    public Optional<KindDefinition> open(String type, String kind) {
        return Optional.ofNullable(published(type).get(kind))
                .filter(published -> !published.retired())
                .map(Published::definition);
    }

    /** The newest definition of a kind, also when new records may not have it. */
    public Optional<KindDefinition> newest(String type, String kind) {
        return Optional.ofNullable(published(type).get(kind)).map(Published::definition);
    }

    /** The definition this record was made with. */
    public KindDefinition of(RecordRow row) {
        Published newest = published(row.type()).get(row.kind());
        if (newest != null && newest.definition().version() == row.definitionVersion()) {
            return newest.definition();
        }
        return version(row.type(), row.kind(), row.definitionVersion());
    }

    /** A version of a kind, whether in force or not. */
    public KindDefinition version(String type, String kind, int version) {
        return older.computeIfAbsent(new Version(type, kind, version), this::load);
    }

    private Map<String, Published> published(String type) {
        return current.kinds().getOrDefault(type, Map.of());
    }

    private Snapshot load() {
        return store.database().read(sql -> snapshot(store.types(sql), store.newest(sql)));
    }

    private KindDefinition load(Version version) {
        return store.database()
                .read(sql -> store.version(sql, version.type(), version.kind(), version.version()))
                .map(stored -> DefinitionReader.stored(stored.kind(), stored.version(), stored.json()))
                .orElseThrow(() -> new IllegalStateException("There is no definition " + version));
    }

    private static Snapshot snapshot(List<Type> types, List<Stored> newest) {
        var kinds = new HashMap<String, Map<String, Published>>();
        for (Stored stored : newest) {
            kinds.computeIfAbsent(stored.type(), type -> new HashMap<>()).put(stored.kind(), publish(stored));
        }
        return new Snapshot(
                List.copyOf(types), types.stream().collect(Collectors.toMap(Type::name, type -> type)), kinds);
    }

    private static Published publish(Stored stored) {
        KindDefinition definition = DefinitionReader.stored(stored.kind(), stored.version(), stored.json());
        var fields = new ArrayList<Field>();
        definition
                .fields()
                .forEach(field -> fields.add(new Field(
                        field.id(), field.type(), field.label(), field.facet(), field.measure(), field.choices())));
        var states = new ArrayList<State>();
        definition.states().forEach(state -> states.add(new State(state.id(), state.phase(), state.label())));
        var shown = new Definition(
                stored.type(), stored.kind(), stored.version(), definition.title(), fields, states, json(stored));
        return new Published(definition, stored.retired(), shown);
    }

    private static Map<String, Object> json(Stored stored) {
        try {
            Map<String, Object> json = Json.object(stored.json());
            json.put("version", stored.version());
            if (stored.retired()) {
                json.put("retired", true);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Definition " + stored.type() + " " + stored.kind() + " is damaged", e);
        }
    }
}
