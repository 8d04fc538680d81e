package org.vaksam.records.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.ValueRule;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Reads the fields of a form. */
final class FieldReader {
    static final List<String> COMMON = List.of(
            "id",
            "type",
            "label",
            "help",
            "required",
            "default",
            "showIf",
            "sensitive",
            "internal",
            "secrecy",
            "facet",
            "measure");
    /** Of a column of a table. */
    static final List<String> COLUMN = List.of("id", "type", "label", "help", "required");
    /** Types that a column of a table may have. */
    static final List<FieldType> SIMPLE = List.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.NUMBER,
            FieldType.MONEY,
            FieldType.DATE,
            FieldType.TIME,
            FieldType.CHOICE,
            FieldType.TREE,
            FieldType.BOOLEAN);

    static final Map<FieldType, List<String>> PARTICULAR = Map.ofEntries(
            Map.entry(FieldType.TEXT, List.of("maxLength", "pattern")),
            Map.entry(FieldType.LONG_TEXT, List.of("maxLength")),
            Map.entry(FieldType.NUMBER, List.of("min", "max", "unit")),
            Map.entry(FieldType.RANGE, List.of("min", "max", "unit")),
            Map.entry(FieldType.MONEY, List.of("min", "max", "currency")),
            Map.entry(FieldType.CHOICE, List.of(ChoiceReader.CHOICES)),
            Map.entry(FieldType.TREE, List.of(ChoiceReader.CHOICES)),
            Map.entry(FieldType.PEOPLE, List.of("roles")),
            Map.entry(FieldType.ASSET, List.of("assetTypes")),
            Map.entry(FieldType.FILE, List.of("maxCount")),
            Map.entry(FieldType.PHOTO, List.of("maxCount")),
            Map.entry(FieldType.TABLE, List.of("columns", "minRows", "maxRows")));

    private static final List<FieldType> FACETS = List.of(
            FieldType.CHOICE,
            FieldType.TREE,
            FieldType.BOOLEAN,
            FieldType.TEXT,
            FieldType.DATE,
            FieldType.NUMBER,
            FieldType.PERSON,
            FieldType.UNIT,
            FieldType.ASSET);
    private static final List<FieldType> MEASURES = List.of(FieldType.NUMBER, FieldType.MONEY);
    private static final int MOST_COLUMNS = 20;

    private FieldReader() {}

    static List<FieldDefinition> read(JsonObject definition) {
        for (JsonObject json : definition.objects("fields", 200)) {
            if (HeaderField.of(json.raw("id").asText()).isPresent()) {
                json.complain(
                        "id",
                        "Finns redan på varje post; välj ett annat.",
                        "Every record has it already; choose another.");
            }
        }
        return read(definition, "fields");
    }

    /** The fields of this list. */
    static List<FieldDefinition> read(JsonObject owner, String list) {
        var fields = new ArrayList<FieldDefinition>();
        for (JsonObject json : owner.objects(list, 200)) {
            field(json, COMMON, List.of(FieldType.values())).ifPresent(fields::add);
        }
        owner.unique(list, fields.stream().map(FieldDefinition::id).toList());
        return fields;
    }

    /** As it stands in JSON: {@code long-text}. */
    static String name(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<FieldDefinition> field(JsonObject json, List<String> common, List<FieldType> types) {
        String id = json.id("id");
        Text label = json.label("label");
        json.optionalLabel("help");
        json.flag("internal");
        Optional<FieldType> found = json.required(
                        "type",
                        json.oneOf("type", types.stream().map(FieldReader::name).toList()))
                .map(name -> FieldType.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FieldType type = found.get();
        var known = new ArrayList<String>(common);
        known.addAll(PARTICULAR.getOrDefault(type, List.of()));
        json.only(known);
        List<Choice> choices = ChoiceReader.read(json, type);
        List<FieldDefinition> columns = type == FieldType.TABLE ? columns(json) : List.of();
        ValueRule rule = RuleReader.read(json, type, choices, columns);
        return Optional.of(new FieldDefinition(
                id,
                type,
                label,
                json.flag("required"),
                json.flag("sensitive"),
                secrecy(json),
                facet(json, type),
                measure(json, type),
                json.object("showIf").flatMap(ConditionReader::read),
                initial(json, rule),
                choices,
                columns,
                type == FieldType.MONEY ? json.text("currency", 10) : Optional.empty(),
                rule));
    }

    private static List<FieldDefinition> columns(JsonObject table) {
        var columns = new ArrayList<FieldDefinition>();
        for (JsonObject json : table.objects("columns", MOST_COLUMNS)) {
            field(json, COLUMN, SIMPLE).ifPresent(columns::add);
        }
        table.unique("columns", columns.stream().map(FieldDefinition::id).toList());
        if (table.list("columns", MOST_COLUMNS).isEmpty()) {
            table.complain("columns", "Ska ha minst en kolumn.", "Must have at least one column.");
        }
        return columns;
    }

    private static Optional<Object> initial(JsonObject json, ValueRule rule) {
        return json.has("default")
                ? rule.read(Json.plain(json.raw("default")), json.at("default"), json.problems())
                : Optional.empty();
    }

    private static Optional<String> secrecy(JsonObject json) {
        return json.object("secrecy").flatMap(secrecy -> secrecy.only(List.of("ground"))
                .required("ground", secrecy.text("ground", DefinitionReader.LONGEST_GROUND)));
    }

    private static boolean facet(JsonObject json, FieldType type) {
        boolean facet = json.flag("facet");
        if (facet && !FACETS.contains(type)) {
            json.complain(
                    "facet",
                    "Fält av typen " + name(type) + " kan inte vara en dimension i analysen.",
                    "A field of type " + name(type) + " cannot be a dimension of analysis.");
        }
        if (facet && json.flag("sensitive")) {
            json.complain(
                    "facet",
                    "Ett känsligt fält kan inte vara en dimension i analysen.",
                    "A sensitive field cannot be a dimension of analysis.");
        }
        if (facet && json.has("secrecy")) {
            json.complain(
                    "facet",
                    "Ett fält med sekretess kan inte vara en dimension i analysen.",
                    "A secret field cannot be a dimension of analysis.");
        }
        return facet;
    }

    private static boolean measure(JsonObject json, FieldType type) {
        boolean measure = json.oneOf("measure", List.of("sum")).isPresent();
        if (measure && !MEASURES.contains(type)) {
            json.complain(
                    "measure", "Bara tal och belopp kan summeras.", "Only numbers and amounts of money can be summed.");
        }
        if (measure && json.has("secrecy")) {
            json.complain("measure", "Ett fält med sekretess kan inte summeras.", "A secret field cannot be summed.");
        }
        return measure;
    }

    /** Says which field was probably meant. */
    static void unknown(JsonObject json, String name, String word, List<String> known) {
        json.complain(
                name,
                "Fältet " + word + " finns inte." + Nearest.swedish(word, known),
                "There is no field " + word + "." + Nearest.english(word, known));
    }
}
