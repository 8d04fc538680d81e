package org.vaksam.records.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.records.value.DocumentsRule;
import org.vaksam.records.value.PeopleRule;
import org.vaksam.records.value.PlaceRule;
import org.vaksam.records.value.RangeRule;
import org.vaksam.records.value.ReferenceRule;
import org.vaksam.records.value.SafePattern;
import org.vaksam.records.value.TableRule;
import org.vaksam.records.value.ValueRule;
import org.vaksam.records.value.ValueRules;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Reads what the values of a field may be. */
final class RuleReader {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DOCUMENTS = 50;
    private static final int USUAL_DOCUMENTS = 10;
    private static final int MOST_ROWS = 200;
    private static final int USUAL_ROWS = 50;

    private RuleReader() {}

    static ValueRule read(JsonObject json, FieldType type, List<Choice> choices, List<FieldDefinition> columns) {
        return switch (type) {
            case TEXT -> text(json);
            case LONG_TEXT ->
                ValueRules.longText(json.whole("maxLength", 1, 10_000).orElse(10_000));
            case NUMBER -> number(json);
            case RANGE -> new RangeRule(number(json));
            case MONEY -> money(json);
            case DATE -> ValueRules.date();
            case TIME -> ValueRules.time();
            case CHOICE, TREE ->
                ValueRules.choice(choices.stream().map(Choice::id).toList());
            case BOOLEAN -> ValueRules.bool();
            case PEOPLE -> people(json);
            case PERSON -> new ReferenceRule.Person();
            case UNIT -> new ReferenceRule.Unit();
            case ASSET -> new ReferenceRule.Asset(json.texts("assetTypes", 50));
            case PLACE -> new PlaceRule();
            case FILE, PHOTO ->
                new DocumentsRule(json.whole("maxCount", 1, MOST_DOCUMENTS).orElse(USUAL_DOCUMENTS));
            case TABLE -> table(json, columns);
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

    private static ValueRule people(JsonObject json) {
        List<String> roles = json.texts("roles", 50);
        if (roles.isEmpty()) {
            json.complain("roles", "Ska ha minst en roll.", "Must have at least one role.");
        }
        return new PeopleRule(roles.isEmpty() ? List.of("person") : roles);
    }

    private static ValueRule table(JsonObject json, List<FieldDefinition> columns) {
        int least = json.whole("minRows", 0, MOST_ROWS).orElse(0);
        int most = json.whole("maxRows", 1, MOST_ROWS).orElse(Math.max(least, USUAL_ROWS));
        if (least > most) {
            json.complain("maxRows", "Är mindre än minRows.", "Is smaller than minRows.");
        }
        return new TableRule(
                columns.stream()
                        .map(column ->
                                new TableRule.Column(column.id(), column.label(), column.required(), column.rule()))
                        .toList(),
                least,
                most);
    }
}
