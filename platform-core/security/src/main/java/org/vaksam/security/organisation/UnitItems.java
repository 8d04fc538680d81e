package org.vaksam.security.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.UnitTable.Line;

/** Units in JSON as lines of a table, numbered from 1. */
final class UnitItems {
    private static final int MOST = 200_000;

    private UnitItems() {}

    static List<Line> lines(@Nullable Map<String, @Nullable Object> body) {
        if (body == null || !(body.get("items") instanceof List<?> items) || body.size() > 1 || items.size() > MOST) {
            throw Problem.badRequest(new Text(
                    "Ska vara {\"items\": […]} med högst " + MOST + " enheter.",
                    "Must be {\"items\": […]} with at most " + MOST + " units."));
        }
        var lines = new ArrayList<Line>(items.size());
        for (Object item : items) {
            long number = lines.size() + 1L;
            if (!(item instanceof Map<?, ?> members)) {
                throw wrong(number, "?");
            }
            lines.add(new Line(number, cells(members, number)));
        }
        return lines;
    }

    private static Map<UnitColumns, String> cells(Map<?, ?> members, long number) {
        Map<UnitColumns, String> cells = new EnumMap<>(UnitColumns.class);
        members.forEach((name, value) -> {
            if ("name".equals(name) && value instanceof Map<?, ?> label) {
                cells.put(UnitColumns.NAME, text(label.get("sv"), number, "name.sv"));
                cells.put(UnitColumns.NAME_EN, text(label.get("en"), number, "name.en"));
            } else {
                cells.put(column(name, number), text(value, number, String.valueOf(name)));
            }
        });
        return cells;
    }

    private static UnitColumns column(Object name, long number) {
        return List.of(UnitColumns.values()).stream()
                .filter(column -> column.id().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(number, String.valueOf(name)));
    }

    private static String text(@Nullable Object value, long number, String field) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text.strip();
        }
        throw wrong(number, field);
    }

    private static Problem wrong(long number, String field) {
        return Problem.badRequest(new Text(
                "Enhet " + number + ": fältet " + field + " är okänt eller ingen text.",
                "Unit " + number + ": the field " + field + " is unknown or no text."));
    }
}
