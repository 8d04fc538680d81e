package org.vaksam.insight.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordTypes;

/** Reports with two kinds, and rounds with one. */
public final class FakeTypes implements RecordTypes {
    public static final String REPORT = "incidents.report";
    public static final String ROUND = "fire.round";

    private volatile boolean weaponIsFacet = true;

    /** Another version of the definition in which the weapon is no dimension. */
    public void weaponIsFacet(boolean facet) {
        weaponIsFacet = facet;
    }

    @Override
    public List<Type> types() {
        return List.of(type(REPORT, "Rapporter", "Reports"), type(ROUND, "Ronder", "Rounds"));
    }

    @Override
    public Optional<Type> type(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    @Override
    public List<Definition> definitions(String type) {
        return switch (type) {
            case REPORT ->
                List.of(
                        definition(REPORT, "threat", "Hot", "Threat", threatFields()),
                        definition(REPORT, "theft", "Stöld", "Theft", theftFields()));
            case ROUND -> List.of(definition(ROUND, "quarterly", "Kvartal", "Quarterly", List.of()));
            default -> List.of();
        };
    }

    private List<Field> threatFields() {
        return List.of(
                new Field(
                        "form",
                        FieldType.CHOICE,
                        new Text("Form", "Form"),
                        true,
                        false,
                        List.of(
                                new Choice("threat", new Text("Hot", "Threat")),
                                new Choice("violence", new Text("Våld", "Violence")))),
                new Field("weapon", FieldType.BOOLEAN, new Text("Vapen", "Weapon"), weaponIsFacet, false, List.of()),
                field("contact", FieldType.PERSON, true, false),
                field("owner", FieldType.UNIT, true, false),
                field("thing", FieldType.ASSET, true, false),
                new Field(
                        "cause",
                        FieldType.TREE,
                        Text.same("cause"),
                        true,
                        false,
                        List.of(
                                new Choice("fall", new Text("Fall", "Fall")),
                                new Choice("ice", new Text("Halka", "Ice")))),
                field("cost", FieldType.MONEY, false, true));
    }

    private static List<Field> theftFields() {
        return List.of(
                field("cost", FieldType.MONEY, false, true),
                field("items", FieldType.NUMBER, true, true),
                field("goods", FieldType.TEXT, false, false));
    }

    private static Field field(String id, FieldType type, boolean facet, boolean measure) {
        return new Field(id, type, Text.same(id), facet, measure, List.of());
    }

    private static Type type(String name, String sv, String en) {
        String module = name.substring(0, name.indexOf('.'));
        return new Type(name, module, "path", "NUM", "icon", new Text(sv, en), new Text(sv, en), false);
    }

    private static Definition definition(String type, String kind, String sv, String en, List<Field> fields) {
        return new Definition(
                type,
                kind,
                1,
                new Text(sv, en),
                fields,
                List.of(
                        new State("received", "open", new Text("Mottagen", "Received")),
                        new State("triaged", "open", new Text("Bedömd", "Triaged")),
                        new State("closed", "closed", new Text("Avslutad", "Closed"))),
                Map.of());
    }
}
