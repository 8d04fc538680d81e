package org.vaksam.insight.query;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.text.Lines;
import org.vaksam.spi.records.RecordTypes;

/** The fields that may stand before a colon, under all their names: those of addresses, Swedish ones, labels of forms. */
public final class FieldNames {
    /** The words of the title, which is no filter of addresses. */
    static final String TITLE = "title";

    private static final List<List<String>> LINES = Lines.read(FieldNames.class, "field-names.txt");
    private static final Map<String, String> BY_NAME = byName();
    private static final Map<String, Text> TITLES = Map.of(
            IndexSchema.OCCURRED_AT,
            new Text("Inträffade", "Occurred"),
            IndexSchema.CREATED_AT,
            new Text("Skapad", "Created"),
            IndexSchema.UPDATED_AT,
            new Text("Ändrad", "Changed"),
            "number",
            new Text("Nummer", "Number"),
            TITLE,
            new Text("Rubrik", "Title"),
            "is",
            new Text("Är", "Is"),
            "has",
            new Text("Har", "Has"),
            "bbox",
            new Text("Kartruta", "Map box"));

    private FieldNames() {}

    /**
     * A field that can be asked for.
     *
     * @param name as in addresses
     */
    public record Named(String name, Text title) {}

    /** The name in addresses of what was typed. */
    public static Optional<String> named(String typed, Scope scope) {
        String name = typed.toLowerCase(Locale.ROOT);
        String known = BY_NAME.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        return fields(scope)
                .filter(field -> Dimension.fieldId(field.id()).equalsIgnoreCase(name)
                        || field.id().equalsIgnoreCase(name)
                        || typeable(field.label().sv()).equals(name)
                        || typeable(field.label().en()).equals(name))
                .map(field -> Dimension.fieldId(field.id()))
                .findFirst();
    }

    /** Of a name in addresses. */
    public static Text title(String name, Scope scope) {
        Text title = TITLES.get(name);
        return title != null
                ? title
                : scope.dimensions()
                        .find(name)
                        .map(Dimension::title)
                        .or(() -> scope.dimensions().field(name).map(RecordTypes.Field::label))
                        .orElse(Text.same(name));
    }

    /** All fields whose name, title or other name begins with this. */
    public static List<Named> beginning(String typed, Scope scope) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        Stream<String> header = LINES.stream()
                .filter(line -> line.stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning)))
                .map(line -> line.get(0));
        Stream<String> ofForms = fields(scope)
                .filter(field -> Stream.of(
                                Dimension.fieldId(field.id()),
                                field.id(),
                                typeable(field.label().sv()),
                                typeable(field.label().en()))
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning)))
                .map(field -> Dimension.fieldId(field.id()));
        return Stream.concat(header, ofForms)
                .distinct()
                .map(name -> new Named(name, title(name, scope)))
                .toList();
    }

    private static Stream<RecordTypes.Field> fields(Scope scope) {
        return scope.dimensions().names().stream().flatMap(name -> scope.dimensions().field(name).stream());
    }

    private static String typeable(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        LINES.forEach(line -> line.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), line.get(0))));
        return Map.copyOf(names);
    }
}
