package org.vaksam.insight.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.area.Areas;
import org.vaksam.insight.query.People;
import org.vaksam.insight.query.ValueLabels;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.Assets;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** What people call the keys of dimensions. */
@Component(service = {Labels.class, ValueLabels.class})
public final class Labels implements ValueLabels {
    private final RecordTypes recordTypes;
    private final Units units;
    private final Accounts accounts;
    private final Assets assets;
    private final Areas areas;

    @Activate
    public Labels(
            @Reference RecordTypes recordTypes,
            @Reference Units units,
            @Reference Accounts accounts,
            @Reference Assets assets,
            @Reference Areas areas) {
        this.recordTypes = recordTypes;
        this.units = units;
        this.accounts = accounts;
        this.assets = assets;
        this.areas = areas;
    }

    @Override
    public Map<String, Text> of(Dimension dimension, Collection<String> keys, List<String> types) {
        Map<String, Text> known = known(dimension, keys, types);
        var labels = new java.util.LinkedHashMap<String, Text>();
        for (String key : keys) {
            Text otherwise = IndexSchema.NONE.equals(key) ? KnownLabels.none() : Text.same(key);
            labels.put(key, known.getOrDefault(key, otherwise));
        }
        return labels;
    }

    @Override
    public Map<String, Text> defined(Dimension dimension, List<String> types) {
        return known(dimension, List.of(), types);
    }

    /**
     * From keys of the index to keys of filters: a unit that has units below stands for all of them as a filter, its own
     * records have a key of their own.
     */
    public UnaryOperator<String> filterKeys(Dimension dimension) {
        if (!dimension.equals(Dimensions.UNIT)) {
            return UnaryOperator.identity();
        }
        Set<String> parents =
                units.all().stream().flatMap(unit -> unit.parent().stream()).collect(Collectors.toSet());
        return key -> parents.contains(key) ? People.ONLY + key : key;
    }

    private Map<String, Text> known(Dimension dimension, Collection<String> keys, List<String> types) {
        if (dimension.equals(Dimensions.TYPE)) {
            return recordTypes.types().stream()
                    .collect(Collectors.toMap(RecordTypes.Type::name, RecordTypes.Type::titles, (a, b) -> a));
        }
        if (dimension.equals(Dimensions.UNIT)) {
            return ofUnits(keys);
        }
        if (dimension.equals(Dimensions.ASSIGNEE)) {
            return same(accounts.names(keys));
        }
        if (dimension.equals(Dimensions.ASSET)) {
            return same(assets.names(keys));
        }
        if (dimension.equals(Dimensions.AREA)) {
            return same(areas.now().names());
        }
        if (dimension.sparse()) {
            return ofFields(dimension, keys, types);
        }
        if (dimension.equals(Dimensions.KIND) || dimension.equals(Dimensions.STATE)) {
            return ofDefinitions(dimension, types);
        }
        return KnownLabels.of(dimension);
    }

    /** Of fields: what ids point at goes by its name of now, everything else by its definition. */
    private Map<String, Text> ofFields(Dimension dimension, Collection<String> keys, List<String> types) {
        var labels = new HashMap<>(ofDefinitions(dimension, types));
        types.stream()
                .flatMap(type -> recordTypes.definitions(type).stream())
                .flatMap(definition -> field(dimension, definition).stream())
                .map(RecordTypes.Field::type)
                .distinct()
                .forEach(type -> named(type, keys).forEach(labels::putIfAbsent));
        return labels;
    }

    private Map<String, Text> named(RecordTypes.FieldType type, Collection<String> keys) {
        return switch (type) {
            case PERSON -> same(accounts.names(keys));
            case ASSET -> same(assets.names(keys));
            case UNIT -> ofUnits(keys);
            default -> Map.of();
        };
    }

    private Map<String, Text> ofUnits(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> units.find(key).stream())
                .collect(Collectors.toMap(Units.Unit::id, Units.Unit::name, (a, b) -> a));
    }

    private static Optional<RecordTypes.Field> field(Dimension dimension, RecordTypes.Definition definition) {
        return definition.fields().stream()
                .filter(candidate -> Dimension.fieldId(candidate.id()).equals(dimension.id()))
                .findFirst();
    }

    private static Map<String, Text> same(Map<String, String> names) {
        var labels = new HashMap<String, Text>();
        names.forEach((id, name) -> labels.put(id, Text.same(name)));
        return labels;
    }

    private Map<String, Text> ofDefinitions(Dimension dimension, List<String> types) {
        var labels = new HashMap<String, Text>();
        types.stream()
                .flatMap(type -> recordTypes.definitions(type).stream())
                .flatMap(definition -> labels(dimension, definition))
                .forEach(label -> labels.putIfAbsent(label.getKey(), label.getValue()));
        return labels;
    }

    private static Stream<Map.Entry<String, Text>> labels(Dimension dimension, RecordTypes.Definition definition) {
        if (dimension.equals(Dimensions.KIND)) {
            return Stream.of(Map.entry(definition.kind(), definition.title()));
        }
        if (dimension.equals(Dimensions.STATE)) {
            return definition.states().stream().map(state -> Map.entry(state.id(), state.label()));
        }
        return field(dimension, definition).stream()
                .flatMap(found -> found.type() == RecordTypes.FieldType.BOOLEAN
                        ? KnownLabels.yesAndNo().entrySet().stream()
                        : found.choices().stream().map(choice -> Map.entry(choice.id(), choice.label())));
    }
}
