package org.vaksam.records.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.value.Times;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Choice;

/** A record as lines to be read by people, in one language. */
final class RecordLines {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RecordRow row;
    private final KindDefinition definition;
    private final Organisation organisation;
    private final Locale language;
    private final List<Line> lines = new ArrayList<>();

    RecordLines(RecordRow row, KindDefinition definition, Organisation organisation, Locale language) {
        this.row = row;
        this.definition = definition;
        this.organisation = organisation;
        this.language = language;
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
                row.occurredAt().map(RecordLines::time).orElse(""));
        add(
                "occurredUntil",
                "Till",
                "Until",
                row.occurredUntil().map(RecordLines::time).orElse(""));
        add("category", "Kategori", "Category", row.category());
        add(
                "severity",
                "Allvarlighet (0-4)",
                "Severity (0-4)",
                row.severity().isPresent() ? String.valueOf(row.severity().getAsInt()) : "");
        add("createdAt", "Registrerad", "Registered", time(row.createdAt()));
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
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case NUMBER, MONEY -> value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            case TIME -> time(Instant.parse(value.toString()));
            case BOOLEAN -> (Boolean.TRUE.equals(value) ? new Text("Ja", "Yes") : new Text("Nej", "No")).in(language);
            case CHOICE -> choice(field, value.toString());
            case PEOPLE -> people(value);
            case TEXT, LONG_TEXT, DATE -> value.toString();
        };
    }

    private String choice(FieldDefinition field, String id) {
        return field.choices().stream()
                .filter(choice -> choice.id().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElse(Text.same(id))
                .in(language);
    }

    private static String people(Object value) {
        return value instanceof List<?> people
                ? people.stream().map(RecordLines::person).collect(Collectors.joining("\n"))
                : value.toString();
    }

    private static String person(Object value) {
        return value instanceof Map<?, ?> person
                ? Stream.of("role", "name", "phone", "email", "note")
                        .map(person::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static String place(Place place) {
        String point = place.latitude().isPresent() && place.longitude().isPresent()
                ? place.latitude().get() + ", " + place.longitude().get()
                : "";
        return Stream.of(place.name(), point).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String time(Instant instant) {
        return MINUTES.format(LocalDateTime.ofInstant(instant, Times.ZONE));
    }
}
