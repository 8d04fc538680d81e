package org.vaksam.casework.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vaksam.casework.report.PublicField;
import org.vaksam.casework.report.PublicKind;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Public kinds as GeoReport's services, and their fields as attributes. */
final class Services {
    private final Locale language;

    Services(Locale language) {
        this.language = language;
    }

    Tree list(List<PublicKind> kinds) {
        return new Tree.Several(
                "service",
                kinds.stream()
                        .map(kind -> Tree.Node.of()
                                .with("service_code", kind.key())
                                .with("service_name", kind.title().in(language))
                                .with("description", kind.title().in(language))
                                .with("metadata", !kind.fields().isEmpty())
                                .with("type", "realtime")
                                .with("keywords", kind.key().replace('-', ' '))
                                .with("group", kind.group().in(language)))
                        .toList());
    }

    Tree definition(PublicKind kind) {
        var attributes = new ArrayList<Tree.Node>();
        for (PublicField field : kind.fields()) {
            attributes.add(attribute(field, attributes.size() + 1));
        }
        return Tree.Node.of()
                .with("service_code", kind.key())
                .with("attributes", new Tree.Several("attribute", attributes));
    }

    private Tree.Node attribute(PublicField field, int order) {
        Tree.Node attribute = Tree.Node.of()
                .with("variable", true)
                .with("code", field.id())
                .with("datatype", datatype(field.type()))
                // what depends on other answers cannot be demanded of a client that knows nothing of them
                .with("required", field.isRequired() && field.showIf().isEmpty())
                .with(
                        "datatype_description",
                        field.help().map(help -> help.in(language)).orElse(null))
                .with("order", order)
                .with("description", field.label().in(language));
        List<Tree.Node> values = values(field);
        return values.isEmpty() ? attribute : attribute.with("values", new Tree.Several("value", values));
    }

    private List<Tree.Node> values(PublicField field) {
        if (field.type() == FieldType.BOOLEAN) {
            boolean swedish = "sv".equals(language.getLanguage());
            return List.of(value("true", swedish ? "Ja" : "Yes"), value("false", swedish ? "Nej" : "No"));
        }
        return field.field().choices().stream()
                .map(choice -> value(choice.id(), choice.label().in(language)))
                .toList();
    }

    private static Tree.Node value(String key, String name) {
        return Tree.Node.of().with("key", key).with("name", name);
    }

    private static String datatype(FieldType type) {
        return switch (type) {
            case NUMBER, MONEY -> "number";
            case DATE, TIME -> "datetime";
            case LONG_TEXT -> "text";
            case CHOICE, TREE, BOOLEAN -> "singlevaluelist";
            default -> "string";
        };
    }
}
