package org.vaksam.casework.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordTypes;

/** One type with a public kind and one that is not. */
final class FakeTypes implements RecordTypes {
    private static final Type REPORT = new Type(
            "incidents.report",
            "incidents",
            "reports",
            "INC",
            "siren",
            new Text("Rapport", "Report"),
            new Text("Rapporter", "Reports"),
            false);

    @Override
    public List<Type> types() {
        return List.of(REPORT);
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.of(REPORT).filter(type -> type.name().equals(name));
    }

    @Override
    public List<Definition> definitions(String type) {
        return List.of(definition("damage", true), definition("inside", false));
    }

    private static Definition definition(String kind, boolean isPublic) {
        var choices = List.of(
                new Choice("glass", new Text("Fönster", "Window")), new Choice("door", new Text("Dörr", "Door")));
        List<Field> fields = List.of(
                field("object", FieldType.CHOICE, choices),
                field("pane", FieldType.TEXT, List.of()),
                field("cost", FieldType.MONEY, List.of()),
                field("measures", FieldType.LONG_TEXT, List.of()),
                field("day", FieldType.DATE, List.of()),
                field("seen", FieldType.BOOLEAN, List.of()),
                field("people", FieldType.PEOPLE, List.of()));
        List<Map<String, Object>> json = List.of(
                Map.of("id", "object", "required", true),
                Map.of("id", "pane", "required", true, "showIf", Map.of("field", "object", "is", "glass")),
                Map.of("id", "cost", "currency", "SEK"),
                Map.of("id", "measures", "internal", true),
                Map.of("id", "day"),
                Map.of("id", "seen"),
                Map.of("id", "people"));
        return new Definition(
                "incidents.report",
                kind,
                1,
                new Text("Skadegörelse", "Damage"),
                fields,
                List.of(new State("received", "open", new Text("Mottagen", "Received"))),
                Map.of("public", isPublic, "fields", json));
    }

    private static Field field(String id, FieldType type, List<Choice> choices) {
        return new Field(id, type, new Text("Svensk " + id, "English " + id), false, false, choices);
    }
}
