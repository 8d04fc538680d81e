package org.vaksam.records.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.PeopleRule;
import org.vaksam.records.value.SafePattern;
import org.vaksam.records.value.ValueRule;
import org.vaksam.records.value.ValueRules;
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
            "showIf",
            "sensitive",
            "internal",
            "secrecy",
            "facet",
            "measure");
    static final Map<FieldType, List<String>> PARTICULAR = Map.of(
            FieldType.TEXT, List.of("maxLength", "pattern"),
            FieldType.LONG_TEXT, List.of("maxLength"),
            FieldType.NUMBER, List.of("min", "max", "unit"),
            FieldType.MONEY, List.of("min", "max", "currency"),
            FieldType.DATE, List.of(),
            FieldType.TIME, List.of(),
            FieldType.CHOICE, List.of("choices"),
            FieldType.BOOLEAN, List.of(),
            FieldType.PEOPLE, List.of("roles"));

    private static final List<FieldType> FACETS =
            List.of(FieldType.CHOICE, FieldType.BOOLEAN, FieldType.TEXT, FieldType.DATE, FieldType.NUMBER);
    private static final List<FieldType> MEASURES = List.of(FieldType.NUMBER, FieldType.MONEY);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

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
            field(json).ifPresent(fields::add);
        }
        owner.unique(list, fields.stream().map(FieldDefinition::id).toList());
        return fields;
    }

    /** As it stands in JSON: {@code long-text}. */
    static String name(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<FieldDefinition> field(JsonObject json) {
        String id = json.id("id");
        Text label = json.label("label");
        json.optionalLabel("help");
        json.flag("internal");
        List<String> types =
                Arrays.stream(FieldType.values()).map(FieldReader::name).toList();
        Optional<FieldType> found = json.required("type", json.oneOf("type", types))
                .map(name -> FieldType.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FieldType type = found.get();
        var known = new ArrayList<String>(COMMON);
        known.addAll(PARTICULAR.getOrDefault(type, List.of()));
        json.only(known);
        List<Choice> choices = type == FieldType.CHOICE ? choices(json) : List.of();
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
                choices,
                rule(json, type, choices)));
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

    private static ValueRule rule(JsonObject json, FieldType type, List<Choice> choices) {
        return switch (type) {
            case TEXT -> text(json);
            case LONG_TEXT ->
                ValueRules.longText(json.whole("maxLength", 1, 10_000).orElse(10_000));
            case NUMBER -> number(json);
            case MONEY -> money(json);
            case DATE -> ValueRules.date();
            case TIME -> ValueRules.time();
            case CHOICE -> ValueRules.choice(choices.stream().map(Choice::id).toList());
            case BOOLEAN -> ValueRules.bool();
            case PEOPLE -> people(json);
        };
    }

    private static ValueRule text(JsonObject json) {
        int max = json.whole("maxLength", 1, 2_000).orElse(SafePattern.LONGEST_TEXT);
        Optional<String> expression = json.text("pattern", 200);
        Optional<SafePattern> pattern = expression.flatMap(SafePattern::of);
        if (expression.isPresent() && pattern.isEmpty()) {
            json.complain("pattern", "Är inget giltigt reguljärt uttryck.", "Is not a valid regular expression.");
        }
        if (pattern.isPresent() && max > SafePattern.LONGEST_TEXT) {
            String limit = "maxLength " + SafePattern.LONGEST_TEXT;
            json.complain(
                    "maxLength",
                    "Med pattern gäller högst " + limit + ".",
                    "With a pattern it is at most " + limit + ".");
        }
        return ValueRules.text(max, pattern);
    }

    private static ValueRule number(JsonObject json) {
        json.text("unit", 40);
        return ValueRules.number(json.number("min"), ordered(json));
    }

    private static ValueRule money(JsonObject json) {
        Optional<String> currency = json.required("currency", json.text("currency", 10));
        if (currency.isPresent() && !CURRENCY.matcher(currency.get()).matches()) {
            json.complain("currency", "Ska vara en kod som SEK.", "Must be a code such as SEK.");
        }
        return ValueRules.money(json.number("min"), ordered(json));
    }

    private static Optional<BigDecimal> ordered(JsonObject json) {
        Optional<BigDecimal> min = json.number("min");
        Optional<BigDecimal> max = json.number("max");
        if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
            json.complain("max", "Är mindre än min.", "Is smaller than min.");
        }
        return max;
    }

    private static List<Choice> choices(JsonObject json) {
        var choices = new ArrayList<Choice>();
        for (JsonObject choice : json.objects("choices", 500)) {
            choice.only(List.of("id", "label"));
            choices.add(new Choice(choice.id("id"), choice.label("label")));
        }
        json.unique("choices", choices.stream().map(Choice::id).toList());
        if (choices.isEmpty()) {
            json.complain("choices", "Ska ha minst ett val.", "Must have at least one choice.");
        }
        return choices;
    }

    private static ValueRule people(JsonObject json) {
        List<String> roles = json.texts("roles", 50);
        if (roles.isEmpty()) {
            json.complain("roles", "Ska ha minst en roll.", "Must have at least one role.");
        }
        return new PeopleRule(roles.isEmpty() ? List.of("person") : roles);
    }

    /** Says which field was probably meant. */
    static void unknown(JsonObject json, String name, String word, List<String> known) {
        json.complain(
                name,
                "Fältet " + word + " finns inte." + Nearest.swedish(word, known),
                "There is no field " + word + "." + Nearest.english(word, known));
    }
}
