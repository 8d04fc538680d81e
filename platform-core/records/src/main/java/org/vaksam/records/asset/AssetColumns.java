package org.vaksam.records.asset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.AssetType;
import org.vaksam.spi.exchange.TableFiles.Row;
import org.vaksam.spi.exchange.TableHeading;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Assets as rows of a table: fixed columns, and one for each attribute. */
final class AssetColumns {
    static final String KEY = "externalKey";
    static final String TYPE = "type";
    static final String PARENT = "parent";
    static final String ATTRIBUTES = "attributes.";
    static final List<String> FIXED =
            List.of(KEY, "name", TYPE, "unit", PARENT, "status", "address", "latitude", "longitude");

    private static final Map<String, String> SWEDISH = Map.of(
            "nyckel",
            KEY,
            "extern nyckel",
            KEY,
            "namn",
            "name",
            "typ",
            TYPE,
            "enhet",
            "unit",
            "del av",
            PARENT,
            "adress",
            "address",
            "latitud",
            "latitude",
            "longitud",
            "longitude");
    private static final List<String> NEVER_EMPTIED = List.of("unit", "status");
    private static final List<String> NOT_MEMBERS = List.of(KEY, TYPE, PARENT);
    private static final List<String> DEGREES = List.of("latitude", "longitude");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,10})?");
    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("true", true, "ja", true, "yes", true, "false", false, "nej", false, "no", false);

    private AssetColumns() {}

    /** A row by the names of its columns. An empty cell empties what may be empty; unit and status stay as they are. */
    record Line(long number, Map<String, String> cells) {
        Optional<String> text(String column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }

        /** Its cells as the members of a request, for an asset of this type. */
        Map<String, @Nullable Object> members(Optional<AssetType> type) {
            var members = new LinkedHashMap<String, @Nullable Object>();
            var place = new LinkedHashMap<String, @Nullable Object>();
            var attributes = new LinkedHashMap<String, @Nullable Object>();
            cells.forEach((column, cell) -> {
                if (column.startsWith(ATTRIBUTES)) {
                    String id = column.substring(ATTRIBUTES.length());
                    Optional<FieldType> kind =
                            type.flatMap(found -> found.attribute(id)).map(attribute -> attribute.type());
                    if (kind.isPresent() || !cell.isEmpty()) {
                        attributes.put(id, value(cell, kind.orElse(FieldType.TEXT)));
                    }
                } else if (column.equals("address")) {
                    place.put("name", text(column).orElse(null));
                } else if (DEGREES.contains(column)) {
                    place.put(column, value(cell, FieldType.NUMBER));
                } else if (!NOT_MEMBERS.contains(column) && !(cell.isEmpty() && NEVER_EMPTIED.contains(column))) {
                    members.put(column, text(column).orElse(null));
                }
            });
            members.put("place", place);
            members.put("attributes", attributes);
            return members;
        }
    }

    /** The first row names the columns. */
    static List<Line> lines(List<Row> rows) {
        var shown = new ArrayList<>(FIXED);
        shown.add(ATTRIBUTES + "…");
        Map<String, Integer> places = new TableHeading<>(AssetColumns::named, shown, List.of(KEY))
                .find(rows.get(0).cells());
        var lines = new ArrayList<Line>(rows.size());
        for (Row row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            places.forEach((column, place) ->
                    cells.put(column, place < row.cells().size() ? row.cells().get(place) : ""));
            lines.add(new Line(row.line(), cells));
        }
        return lines;
    }

    private static Optional<String> named(String heading) {
        String name = heading.strip().toLowerCase(Locale.ROOT);
        return name.startsWith(ATTRIBUTES)
                ? Optional.of(heading.strip())
                : FIXED.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .or(() -> Optional.ofNullable(SWEDISH.get(name)));
    }

    private static @Nullable Object value(String cell, FieldType type) {
        if (cell.isEmpty()) {
            return null;
        }
        boolean isNumber = type == FieldType.NUMBER || type == FieldType.MONEY;
        if (isNumber && NUMBER.matcher(cell).matches()) {
            return new BigDecimal(cell.replace(',', '.'));
        }
        Boolean flag = YES_OR_NO.get(cell.toLowerCase(Locale.ROOT));
        return type == FieldType.BOOLEAN && flag != null ? flag : cell;
    }
}
