package org.vaksam.casework.report;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordTypes.Field;
import org.vaksam.spi.records.RecordTypes.FieldType;

/**
 * A field of a kind that somebody without an account is asked for.
 *
 * @param json as it stands in the definition
 */
public record PublicField(Field field, Map<?, ?> json) {
    private static final int LONGEST_TEXT = 2_000;
    private static final Set<FieldType> ASKED = EnumSet.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.NUMBER,
            FieldType.MONEY,
            FieldType.DATE,
            FieldType.TIME,
            FieldType.CHOICE,
            FieldType.TREE,
            FieldType.BOOLEAN);

    public String id() {
        return field.id();
    }

    public Text label() {
        return field.label();
    }

    public FieldType type() {
        return field.type();
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(json.get("required"));
    }

    public Optional<Text> help() {
        return json.get("help") instanceof Map<?, ?> help
                ? Optional.of(new Text(String.valueOf(help.get("sv")), String.valueOf(help.get("en"))))
                : Optional.empty();
    }

    /** When it is asked at all. */
    public Optional<Map<?, ?>> showIf() {
        return json.get("showIf") instanceof Map<?, ?> condition ? Optional.of(condition) : Optional.empty();
    }

    public boolean isAsked(Map<String, Object> answers) {
        return showIf().map(condition -> ShowIf.holds(condition, answers)).orElse(true);
    }

    public int maxLength() {
        return json.get("maxLength") instanceof Number length ? length.intValue() : LONGEST_TEXT;
    }

    /** Unit or currency of a number; empty when it has none. */
    public String suffix() {
        Object word = json.get(type() == FieldType.MONEY ? "currency" : "unit");
        return word == null ? "" : word.toString();
    }

    /** Whether a public form can ask for fields of its type. */
    static boolean canAsk(FieldType type) {
        return ASKED.contains(type);
    }

    /** Whether somebody without an account is asked for it: what must be filled in is, what is internal or secret is not. */
    static boolean isPublic(Field field, Map<?, ?> json) {
        boolean required = Boolean.TRUE.equals(json.get("required"));
        boolean internal = Boolean.TRUE.equals(json.get("internal")) || json.get("secrecy") instanceof Map<?, ?>;
        return canAsk(field.type()) && (required || !internal);
    }
}
