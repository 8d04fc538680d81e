package org.vaksam.casework.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaksam.casework.page.Fields;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.Reader;

/** The fields of a kind on its public form. */
final class OwnFields {
    private static final int FEW = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fields fields;
    private final Reader reader;

    OwnFields(Fields fields, Reader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    /** A field; where a script runs, one that is not asked with the other answers is hidden. */
    Html of(PublicField field) {
        Html shown = input(field);
        return field.showIf()
                .map(condition ->
                        Html.of("div").attr("data-show-if", json(condition)).add(shown))
                .orElse(shown);
    }

    private Html input(PublicField field) {
        String help = field.help().map(reader::t).orElse("");
        String label = reader.t(field.label());
        String suffix = field.suffix();
        // a field that depends on others is required by the platform, not by the browser, which may not show it
        boolean required = field.isRequired() && field.showIf().isEmpty();
        var shown = new Fields.Field(
                FormNames.OWN + field.id(), suffix.isEmpty() ? label : label + " (" + suffix + ")", help, required);
        return switch (field.type()) {
            case LONG_TEXT -> fields.area(shown, 3, field.maxLength());
            case NUMBER, MONEY -> fields.line(shown, Map.of("inputmode", "decimal", "maxlength", "30"));
            case DATE -> fields.line(shown, Map.of("type", "date"));
            case TIME -> fields.line(shown, Map.of("type", "datetime-local"));
            case BOOLEAN -> fields.radios(shown, yesOrNo());
            case CHOICE, TREE -> choice(field, shown);
            default -> fields.line(shown, Map.of("maxlength", String.valueOf(field.maxLength())));
        };
    }

    private Html choice(PublicField field, Fields.Field shown) {
        Map<String, String> choices = new LinkedHashMap<>();
        field.field().choices().forEach(choice -> choices.put(choice.id(), reader.t(choice.label())));
        return choices.size() <= FEW ? fields.radios(shown, choices) : fields.choice(shown, choices);
    }

    private Map<String, String> yesOrNo() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("true", reader.t("Ja", "Yes"));
        answers.put("false", reader.t("Nej", "No"));
        return answers;
    }

    private static String json(Map<?, ?> condition) {
        try {
            return JSON.writeValueAsString(condition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A condition that was read from JSON could not be written", e);
        }
    }
}
