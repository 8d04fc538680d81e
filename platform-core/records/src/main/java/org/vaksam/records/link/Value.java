package org.vaksam.records.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Changes;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.value.Places;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;
import org.vaksam.spi.security.Units;

/**
 * A value of a record that goes from one to another, or does not.
 *
 * @param name  {@code description}, {@code fields.cost}
 * @param value as it stands in JSON
 */
public record Value(String name, Text label, Object value) {
    private static final Map<String, Text> HEADER = Map.of(
            "title", new Text("Rubrik", "Title"),
            "description", new Text("Beskrivning", "Description"),
            "unit", new Text("Enhet", "Unit"),
            "asset", new Text("Tillgång", "Asset"),
            "place", new Text("Plats", "Place"),
            "occurredAt", new Text("Inträffade", "Occurred"),
            "occurredUntil", new Text("Till och med", "Until"),
            "category", new Text("Kategori", "Category"),
            "severity", new Text("Allvar", "Severity"),
            "assignee", new Text("Handläggare", "Assigned to"));
    private static final List<String> ORDER = List.of(
            "title",
            "description",
            "unit",
            "asset",
            "place",
            "occurredAt",
            "occurredUntil",
            "category",
            "severity",
            "assignee");

    /** All of a record's content, in the order of its form. */
    static List<Value> of(Content content, KindDefinition definition) {
        var values = new ArrayList<Value>();
        ORDER.forEach(name -> content.value(name)
                .ifPresent(
                        value -> values.add(new Value(name, HEADER.getOrDefault(name, Text.same(name)), json(value)))));
        definition.fields().forEach(field -> Optional.ofNullable(
                        content.fields().get(field.id()))
                .ifPresent(value -> values.add(new Value(Changes.FIELDS + field.id(), field.label(), value))));
        return values;
    }

    boolean isField() {
        return name.startsWith(Changes.FIELDS);
    }

    /** Id of the field, or the name. */
    String id() {
        return isField() ? name.substring(Changes.FIELDS.length()) : name;
    }

    /** As the member of a merge patch that writes it. */
    Map<String, Object> member() {
        return isField() ? Map.of("fields", Map.of(id(), value)) : Map.of(name, value);
    }

    /** A line for people; what is pointed at by its name. */
    String line(KindDefinition definition, Organisation organisation) {
        List<Choice> choices =
                definition.field(id()).map(FieldDefinition::choices).orElse(List.of());
        String reference = definition
                .field(id())
                .map(FieldDefinition::type)
                .map(FieldType::name)
                .orElse(name.toUpperCase(Locale.ROOT));
        return label.sv() + ": "
                + named(reference, String.valueOf(value), organisation).orElseGet(() -> words(value, choices));
    }

    private static Optional<String> named(String what, String id, Organisation organisation) {
        return switch (what) {
            case "UNIT" -> organisation.unitOf(id).map(Units.Unit::name).map(Text::sv);
            case "ASSET" ->
                Optional.ofNullable(organisation.assetNames(List.of(id)).get(id));
            case "PERSON" -> organisation.nameOf(id);
            default -> Optional.empty();
        };
    }

    private static String words(Object value, List<Choice> choices) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> words(one, choices)).collect(Collectors.joining("; "));
        }
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        String text = String.valueOf(value);
        return choices.stream()
                .filter(choice -> choice.id().equals(text))
                .map(choice -> choice.label().sv())
                .findFirst()
                .orElse(text);
    }

    private static Object json(Object value) {
        if (value instanceof Instant) {
            return value.toString();
        }
        return value instanceof Place place ? Places.toJson(place) : value;
    }
}
