package org.vaksam.insight.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension.Order;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Field;

/** The dimensions of the header, and those that the definitions of some record types add. */
public final class Dimensions {
    public static final Dimension TYPE = text("type", "Område", "Area");
    public static final Dimension KIND = text("kind", "Slag", "Kind");
    public static final Dimension STATE = text("state", "Tillstånd", "State");
    public static final Dimension PHASE = text("phase", "Skede", "Phase");
    public static final Dimension CATEGORY = text("category", "Kategori", "Category");
    public static final Dimension PLACE = text("place", "Plats", "Place");
    public static final Dimension SEVERITY = number("severity", "Allvar", "Severity");
    public static final Dimension ASSIGNEE = text("assignee", "Handläggare", "Assigned to");
    public static final Dimension UNIT = text("unit", "Enhet", "Unit");
    public static final Dimension SECRECY = text("secrecy", "Sekretess", "Secrecy");
    public static final Dimension CHANNEL = text("channel", "Kanal", "Channel");
    public static final Dimension SOURCE = text("source", "Källa", "Source");
    public static final Dimension YEAR = number("year", "År", "Year");
    public static final Dimension MONTH = text("month", "Månad", "Month");
    public static final Dimension WEEK = text("week", "Vecka", "Week");
    public static final Dimension DAY = text("day", "Dag", "Day");
    public static final Dimension WEEKDAY = number("weekday", "Veckodag", "Weekday");
    public static final Dimension HOUR = number("hour", "Timme", "Hour");

    private static final List<Dimension> HEADER = List.of(
            TYPE, KIND, STATE, PHASE, CATEGORY, PLACE, SEVERITY, ASSIGNEE, UNIT, SECRECY, CHANNEL, SOURCE, YEAR, MONTH,
            WEEK, DAY, WEEKDAY, HOUR);

    private final Map<String, Dimension> byId;
    private final Map<String, Text> measures;

    private Dimensions(Map<String, Dimension> byId, Map<String, Text> measures) {
        this.byId = byId;
        this.measures = measures;
    }

    /** What records of these types can be divided and summed by. */
    public static Dimensions of(RecordTypes recordTypes, List<String> types) {
        List<Field> fields = types.stream()
                .flatMap(type -> recordTypes.definitions(type).stream())
                .flatMap(definition -> definition.fields().stream())
                .toList();
        Map<String, Dimension> byId = Stream.concat(
                        HEADER.stream(),
                        fields.stream().filter(Field::facet).map(field -> Dimension.ofField(field.id(), field.label())))
                .collect(Collectors.toMap(
                        Dimension::id, dimension -> dimension, (first, next) -> first, LinkedHashMap::new));
        Map<String, Text> measures = fields.stream()
                .filter(Field::measure)
                .collect(Collectors.toMap(Field::id, Field::label, (first, next) -> first, LinkedHashMap::new));
        return new Dimensions(byId, measures);
    }

    public Optional<Dimension> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Ids of all dimensions, those of the header first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Field ids that can be summed. */
    public List<String> measures() {
        return List.copyOf(measures.keySet());
    }

    private static Dimension text(String id, String sv, String en) {
        return new Dimension(id, new Text(sv, en), Order.TEXT);
    }

    private static Dimension number(String id, String sv, String en) {
        return new Dimension(id, new Text(sv, en), Order.NUMBER);
    }
}
