package org.vaksam.records.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.engine.References;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTables;

/** Rows made of what lists read, on the same way. */
@Component
public final class ListTables implements RecordTables {
    private static final String FIELDS = "fields.";
    private static final int FIELD_WIDTH = 20;
    private static final int LONG_WIDTH = 50;

    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final Definitions definitions;
    private final Organisation organisation;
    private final References references;

    @Activate
    public ListTables(
            @Reference RecordReading reading,
            @Reference RecordPermissions permissions,
            @Reference Definitions definitions,
            @Reference Organisation organisation,
            @Reference References references) {
        this.reading = reading;
        this.permissions = permissions;
        this.definitions = definitions;
        this.organisation = organisation;
        this.references = references;
    }

    @Override
    public List<TableColumn> columns(List<String> types, List<String> kinds) {
        Map<String, TableColumn> fields = types.stream()
                .flatMap(type -> definitions.definitions(type).stream())
                .filter(definition -> kinds.isEmpty() || kinds.contains(definition.kind()))
                .flatMap(definition -> definitions.newest(definition.type(), definition.kind()).stream())
                .flatMap(definition -> definition.fields().stream())
                .map(ListTables::column)
                .collect(Collectors.toMap(TableColumn::id, column -> column, (one, other) -> one, LinkedHashMap::new));
        return Stream.concat(Arrays.stream(HeaderColumn.values()).map(HeaderColumn::column), fields.values().stream())
                .toList();
    }

    @Override
    public List<List<Cell>> rows(List<String> ids, List<String> columns) {
        List<RecordRow> rows =
                reading.readAll(ids).stream().map(RecordRow::withoutSecrets).toList();
        Locale language = permissions.caller().language();
        var names = new RowNames(definitions, organisation, language, rows);
        boolean anyFields = columns.stream().anyMatch(column -> column.startsWith(FIELDS));
        return rows.stream()
                .map(row -> {
                    var text = new FieldText(language, anyFields ? references.names(row) : Map.of());
                    return columns.stream()
                            .map(column -> cell(column, row, names, text))
                            .toList();
                })
                .toList();
    }

    private Cell cell(String column, RecordRow row, RowNames names, FieldText text) {
        Optional<HeaderColumn> header = HeaderColumn.of(column);
        if (header.isPresent()) {
            return header.get().of(row, names);
        }
        String id = column.startsWith(FIELDS) ? column.substring(FIELDS.length()) : "";
        Optional<Object> value = Optional.ofNullable(row.fields().get(id));
        return value.flatMap(known -> definitions.of(row).field(id).map(field -> cell(field, known, text)))
                .orElse(Cell.EMPTY);
    }

    private static Cell cell(FieldDefinition field, Object value, FieldText text) {
        return switch (field.type()) {
            case NUMBER -> new Cell.Amount(new BigDecimal(value.toString()));
            case MONEY ->
                new Cell.Money(
                        new BigDecimal(value.toString()), field.currency().orElse("SEK"));
            case DATE -> new Cell.Day(LocalDate.parse(value.toString()));
            case TIME -> HeaderColumn.time(Optional.of(Instant.parse(value.toString())));
            case BOOLEAN -> new Cell.Flag(Boolean.TRUE.equals(value));
            case TEXT, LONG_TEXT, CHOICE, PEOPLE, RANGE, TREE, PERSON, UNIT, ASSET, PLACE, FILE, PHOTO, TABLE ->
                Cell.of(text.of(field, value));
        };
    }

    private static TableColumn column(FieldDefinition field) {
        int width =
                switch (field.type()) {
                    case LONG_TEXT, TABLE, PEOPLE -> LONG_WIDTH;
                    default -> FIELD_WIDTH;
                };
        return new TableColumn(FIELDS + field.id(), field.label(), width);
    }
}
