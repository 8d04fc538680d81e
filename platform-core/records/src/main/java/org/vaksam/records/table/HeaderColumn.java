package org.vaksam.records.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.HeaderWords;
import org.vaksam.spi.records.RecordRow;

/** The columns that every record has, in the order in which they are shown. */
enum HeaderColumn {
    NUMBER("number", "Nummer", "Number", 18, (row, names) -> Cell.of(row.number())),
    TYPE("type", "Område", "Area", 16, (row, names) -> Cell.of(names.type(row))),
    KIND("kind", "Slag", "Kind", 20, (row, names) -> Cell.of(names.kind(row))),
    TITLE("title", "Rubrik", "Title", 40, (row, names) -> Cell.of(row.title())),
    DESCRIPTION("description", "Beskrivning", "Description", 60, (row, names) -> Cell.of(row.description())),
    STATE("state", "Tillstånd", "State", 16, (row, names) -> Cell.of(names.state(row))),
    PHASE("phase", "Skede", "Phase", 10, (row, names) -> names.word(HeaderWords.phases(), row.phase())),
    SEVERITY("severity", "Allvar", "Severity", 10, (row, names) -> severity(row)),
    CATEGORY("category", "Kategori", "Category", 18, (row, names) -> Cell.of(row.category())),
    UNIT("unit", "Enhet", "Unit", 24, (row, names) -> Cell.of(names.unit(row.unit()))),
    ASSET("asset", "Tillgång", "Asset", 24, (row, names) -> Cell.of(names.asset(row.asset()))),
    PLACE("place", "Plats", "Place", 28, (row, names) -> Cell.of(place(row))),
    LATITUDE(
            "latitude",
            "Latitud",
            "Latitude",
            11,
            (row, names) -> degrees(row.place().flatMap(Place::latitude))),
    LONGITUDE(
            "longitude",
            "Longitud",
            "Longitude",
            11,
            (row, names) -> degrees(row.place().flatMap(Place::longitude))),
    OCCURRED_AT("occurredAt", "Inträffade", "Occurred", 17, (row, names) -> time(row.occurredAt())),
    OCCURRED_UNTIL("occurredUntil", "Till", "Until", 17, (row, names) -> time(row.occurredUntil())),
    ASSIGNEE("assignee", "Handläggare", "Assigned to", 22, (row, names) -> Cell.of(names.person(row.assignee()))),
    SECRECY(
            "secrecy",
            "Sekretess",
            "Secrecy",
            12,
            (row, names) -> names.word(HeaderWords.secrecy(), row.secrecy().level())),
    CHANNEL("channel", "Kanal", "Channel", 14, (row, names) -> names.word(HeaderWords.channels(), row.channel())),
    SOURCE("source", "Källa", "Source", 24, (row, names) -> Cell.of(source(row))),
    MERGED(
            "merged",
            "Sammanslagen",
            "Merged",
            13,
            (row, names) -> new Cell.Flag(row.mergedInto().isPresent())),
    CREATED_AT("createdAt", "Registrerad", "Registered", 17, (row, names) -> time(Optional.of(row.createdAt()))),
    CREATED_BY(
            "createdBy", "Registrerad av", "Registered by", 22, (row, names) -> Cell.of(names.person(row.createdBy()))),
    UPDATED_AT("updatedAt", "Ändrad", "Changed", 17, (row, names) -> time(Optional.of(row.updatedAt()))),
    UPDATED_BY("updatedBy", "Ändrad av", "Changed by", 22, (row, names) -> Cell.of(names.person(row.updatedBy())));

    private static final Map<String, HeaderColumn> BY_ID =
            Map.copyOf(Arrays.stream(values()).collect(Collectors.toMap(column -> column.column.id(), c -> c)));

    private final TableColumn column;
    private final BiFunction<RecordRow, RowNames, Cell> cell;

    HeaderColumn(String id, String sv, String en, int width, BiFunction<RecordRow, RowNames, Cell> cell) {
        this.column = new TableColumn(id, new Text(sv, en), width);
        this.cell = cell;
    }

    static Optional<HeaderColumn> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    TableColumn column() {
        return column;
    }

    Cell of(RecordRow row, RowNames names) {
        return cell.apply(row, names);
    }

    static Cell time(Optional<Instant> instant) {
        return instant.<Cell>map(Cell.Moment::new).orElse(Cell.EMPTY);
    }

    private static Cell severity(RecordRow row) {
        return row.severity().isPresent() ? Cell.of(row.severity().getAsInt()) : Cell.EMPTY;
    }

    private static String place(RecordRow row) {
        return row.place().map(Place::name).orElse("");
    }

    private static Cell degrees(Optional<Double> degrees) {
        return degrees.<Cell>map(value -> new Cell.Amount(BigDecimal.valueOf(value)))
                .orElse(Cell.EMPTY);
    }

    private static String source(RecordRow row) {
        return row.externalKey().stream()
                .flatMap(key -> Stream.of(key.source(), key.key()))
                .reduce((source, key) -> source + " " + key)
                .orElse("");
    }
}
