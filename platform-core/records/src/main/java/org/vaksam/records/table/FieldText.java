package org.vaksam.records.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.spi.records.RecordTypes.Choice;

/**
 * Values of fields to be read by people.
 *
 * @param names what ids point at
 */
public record FieldText(Locale language, Map<String, Text> names) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public static String time(Instant instant) {
        return MINUTES.format(LocalDateTime.ofInstant(instant, SwedishTime.ZONE));
    }

    public String of(FieldDefinition field, Object value) {
        return switch (field.type()) {
            case NUMBER, MONEY -> number(value);
            case RANGE -> range(value);
            case TIME -> time(Instant.parse(value.toString()));
            case BOOLEAN -> (Boolean.TRUE.equals(value) ? new Text("Ja", "Yes") : new Text("Nej", "No")).in(language);
            case CHOICE, TREE -> choice(field, value.toString());
            case PEOPLE -> each(value, "\n", FieldText::person);
            case PERSON, UNIT, ASSET -> named(value);
            case FILE, PHOTO -> each(value, "\n", this::named);
            case PLACE -> place(value);
            case TABLE -> each(value, "\n", row -> row(field, row));
            case TEXT, LONG_TEXT, DATE -> value.toString();
        };
    }

    /** What nobody may see, or what is gone, goes by its id. */
    private String named(Object id) {
        return Optional.ofNullable(names.get(id.toString()))
                .map(name -> name.in(language))
                .orElse(id.toString());
    }

    private String choice(FieldDefinition field, String id) {
        return field.choices().stream()
                .filter(choice -> choice.id().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElse(Text.same(id))
                .in(language);
    }

    private String row(FieldDefinition table, Object value) {
        return value instanceof Map<?, ?> cells
                ? table.columns().stream()
                        .filter(column -> cells.get(column.id()) != null)
                        .map(column -> column.label().in(language) + ": "
                                + of(column, Objects.requireNonNull(cells.get(column.id()))))
                        .collect(Collectors.joining(", "))
                : value.toString();
    }

    private static String number(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String range(Object value) {
        return value instanceof Map<?, ?> range
                ? Stream.of("from", "to")
                        .map(end -> Optional.<Object>ofNullable(range.get(end))
                                .map(FieldText::number)
                                .orElse(""))
                        .collect(Collectors.joining("–"))
                : value.toString();
    }

    private static String place(Object value) {
        return value instanceof Map<?, ?> place
                ? Stream.of("name", "latitude", "longitude")
                        .map(place::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
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

    private static String each(Object value, String between, Function<Object, String> text) {
        return value instanceof List<?> list
                ? list.stream().<String>map(text::apply).collect(Collectors.joining(between))
                : value.toString();
    }
}
