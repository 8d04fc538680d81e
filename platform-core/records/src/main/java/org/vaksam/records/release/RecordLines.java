package org.vaksam.records.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.table.FieldText;
import org.vaksam.spi.records.RecordRow;

/** A record as lines to be read by people, in one language. */
final class RecordLines {
    private final RecordRow row;
    private final KindDefinition definition;
    private final Organisation organisation;
    private final Locale language;
    private final FieldText values;
    private final List<Line> lines = new ArrayList<>();

    RecordLines(
            RecordRow row, KindDefinition definition, Organisation organisation, Locale language, FieldText values) {
        this.row = row;
        this.definition = definition;
        this.organisation = organisation;
        this.language = language;
        this.values = values;
    }

    /** Everything that has a value, and everything that is secret. */
    List<Line> lines() {
        Text state = definition.state(row.state()).map(StateDefinition::label).orElse(Text.same(row.state()));
        add("kind", "Slag", "Kind", definition.title().in(language));
        add("title", "Rubrik", "Title", row.title());
        add("description", "Beskrivning", "Description", row.description());
        add("state", "Tillstånd", "State", state.in(language));
        add(
                "unit",
                "Enhet",
                "Unit",
                row.unit()
                        .flatMap(organisation::unitOf)
                        .map(unit -> unit.name().in(language))
                        .orElse(""));
        add(
                "asset",
                "Tillgång",
                "Asset",
                row.asset()
                        .flatMap(id -> Optional.ofNullable(
                                organisation.assetNames(List.of(id)).get(id)))
                        .orElse(""));
        add("place", "Plats", "Place", row.place().map(RecordLines::place).orElse(""));
        add(
                "occurredAt",
                "Inträffade",
                "Occurred",
                row.occurredAt().map(FieldText::time).orElse(""));
        add(
                "occurredUntil",
                "Till",
                "Until",
                row.occurredUntil().map(FieldText::time).orElse(""));
        add("category", "Kategori", "Category", row.category());
        add(
                "severity",
                "Allvarlighet (0-4)",
                "Severity (0-4)",
                row.severity().isPresent() ? String.valueOf(row.severity().getAsInt()) : "");
        add("createdAt", "Registrerad", "Registered", FieldText.time(row.createdAt()));
        definition.fields().forEach(field -> add(field.id(), field.label(), value(field)));
        return lines;
    }

    private void add(String field, String swedish, String english, String value) {
        add(field, new Text(swedish, english), value);
    }

    private void add(String field, Text label, String value) {
        if (!value.isEmpty() || row.secrecy().covers(field)) {
            lines.add(Line.of(field, label, value));
        }
    }

    private String value(FieldDefinition field) {
        Object value = row.fields().get(field.id());
        return value == null ? "" : values.of(field, value);
    }

    private static String place(Place place) {
        String point = place.latitude().isPresent() && place.longitude().isPresent()
                ? place.latitude().get() + ", " + place.longitude().get()
                : "";
        return Stream.of(place.name(), point).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }
}
