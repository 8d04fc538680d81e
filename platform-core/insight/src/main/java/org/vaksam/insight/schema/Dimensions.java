package org.vaksam.insight.schema;

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
    public static final Dimension ASSET = text("asset", "Tillgång", "Asset");
    public static final Dimension SECRECY = text("secrecy", "Sekretess", "Secrecy");
    public static final Dimension CHANNEL = text("channel", "Kanal", "Channel");
    public static final Dimension SOURCE = text("source", "Källa", "Source");
    public static final Dimension MERGED = text("merged", "Sammanslagen", "Merged");
    public static final Dimension AREA = text("area", "Geografiskt område", "Geographic area");
    public static final Dimension OPEN_ACTIONS = number("openActions", "Öppna åtgärder", "Open actions");
    public static final Dimension YEAR = number("year", "År", "Year");
    public static final Dimension MONTH = text("month", "Månad", "Month");
    public static final Dimension WEEK = text("week", "Vecka", "Week");
    public static final Dimension DAY = text("day", "Dag", "Day");
    public static final Dimension WEEKDAY = number("weekday", "Veckodag", "Weekday");
    public static final Dimension HOUR = number("hour", "Timme", "Hour");

    private static final List<Dimension> HEADER = List.of(
            TYPE,
            KIND,
            STATE,
            PHASE,
            CATEGORY,
            PLACE,
            SEVERITY,
            ASSIGNEE,
            UNIT,
            ASSET,
            SECRECY,
            CHANNEL,
            SOURCE,
            MERGED,
            AREA,
            OPEN_ACTIONS,
            YEAR,
            MONTH,
            WEEK,
            DAY,
            WEEKDAY,
            HOUR);

    private static final Map<String, Dimension> HEADER_BY_ID =
            HEADER.stream().collect(Collectors.toUnmodifiableMap(Dimension::id, dimension -> dimension));

    private final RecordTypes recordTypes;
    private final List<String> types;

    /** What records of these types can be divided and summed by; definitions are read when a name needs them. */
    public Dimensions(RecordTypes recordTypes, List<String> types) {
        this.recordTypes = recordTypes;
        this.types = List.copyOf(types);
    }

    public Optional<Dimension> find(String id) {
        Dimension ofHeader = HEADER_BY_ID.get(id);
        return ofHeader != null
                ? Optional.of(ofHeader)
                : facets().filter(dimension -> dimension.id().equals(id)).findFirst();
    }

    /** Ids of all dimensions, those of the header first. */
    public List<String> ids() {
        return Stream.concat(HEADER.stream(), facets())
                .map(Dimension::id)
                .distinct()
                .toList();
    }

    /** The field of a form that goes by this name in addresses, {@code fields.cost}. */
    public Optional<Field> field(String name) {
        return fields().filter(field -> Dimension.fieldId(field.id()).equals(name))
                .findFirst();
    }

    /** Ids of all dimensions, and the names of those fields that are looked for by ranges. */
    public List<String> names() {
        return Stream.concat(
                        ids().stream(),
                        fields().filter(Dimensions::isOrdered).map(field -> Dimension.fieldId(field.id())))
                .distinct()
                .toList();
    }

    /** Whether its values are looked for by ranges. */
    private static boolean isOrdered(Field field) {
        return switch (field.type()) {
            case NUMBER, MONEY, DATE, TIME -> true;
            case TEXT,
                    LONG_TEXT,
                    CHOICE,
                    BOOLEAN,
                    PEOPLE,
                    RANGE,
                    TREE,
                    PERSON,
                    UNIT,
                    ASSET,
                    PLACE,
                    FILE,
                    PHOTO,
                    TABLE -> false;
        };
    }

    /** Field ids that can be summed. */
    public List<String> measures() {
        return fields().filter(Field::measure).map(Field::id).distinct().toList();
    }

    /** Ids of the states of all kinds. */
    public List<String> states() {
        return definitions()
                .flatMap(definition -> definition.states().stream())
                .map(RecordTypes.State::id)
                .distinct()
                .toList();
    }

    private Stream<Dimension> facets() {
        return fields().filter(Field::facet).map(field -> Dimension.ofField(field.id(), field.label()));
    }

    private Stream<Field> fields() {
        return definitions().flatMap(definition -> definition.fields().stream());
    }

    private Stream<RecordTypes.Definition> definitions() {
        return types.stream().flatMap(type -> recordTypes.definitions(type).stream());
    }

    private static Dimension text(String id, String sv, String en) {
        return Dimension.ofHeader(id, new Text(sv, en), Order.TEXT);
    }

    private static Dimension number(String id, String sv, String en) {
        return Dimension.ofHeader(id, new Text(sv, en), Order.NUMBER);
    }
}
