package org.vaksam.records.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * Rows of cells; rows without any value are left out.
 *
 * @param least rows, where there are any
 * @param most  rows
 */
public record TableRule(List<Column> columns, int least, int most) implements ValueRule {
    /** What one cell of each row may be. */
    public record Column(String id, Text label, boolean required, ValueRule rule) {}

    @Override
    public Optional<Object> read(Object value, String path, Problems problems) {
        if (!(value instanceof List<?> rows)) {
            problems.add(path, "Ska vara en lista med rader.", "Must be a list of rows.");
            return Optional.empty();
        }
        if (rows.size() > most) {
            problems.add(path, "Högst " + most + " rader får plats.", "At most " + most + " rows are allowed.");
            return Optional.empty();
        }
        var stored = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), path + "[" + i + "]", problems).ifPresent(stored::add);
        }
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (stored.size() < least) {
            problems.add(path, "Minst " + least + " rader behövs.", "At least " + least + " rows are needed.");
        }
        return Optional.of(List.copyOf(stored));
    }

    private Optional<Map<String, Object>> row(Object value, String path, Problems problems) {
        if (!(value instanceof Map<?, ?> cells)) {
            problems.add(path, "Ska vara ett objekt.", "Must be an object.");
            return Optional.empty();
        }
        List<String> known = columns.stream().map(Column::id).toList();
        for (Object key : cells.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                problems.add(
                        path + "." + name,
                        "Tabellen har ingen sådan kolumn." + Nearest.swedish(name, known),
                        "The table has no such column." + Nearest.english(name, known));
            }
        }
        var stored = new LinkedHashMap<String, Object>();
        for (Column column : columns) {
            Object given = cells.get(column.id());
            if (given != null) {
                column.rule()
                        .read(given, path + "." + column.id(), problems)
                        .ifPresent(read -> stored.put(column.id(), read));
            }
        }
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        complete(stored, path, problems);
        return Optional.of(stored);
    }

    private void complete(Map<String, Object> stored, String path, Problems problems) {
        for (Column column : columns) {
            String at = path + "." + column.id();
            if (column.required() && !stored.containsKey(column.id()) && !problems.has(at)) {
                problems.add(
                        at,
                        "Saknas: " + column.label().sv() + " behöver fyllas i.",
                        "Missing: " + column.label().en() + " must be filled in.");
            }
        }
    }
}
