package org.vaksam.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.kernel.Contribution;

/** An archive that is only remembered: what a contribution writes into it, it can read again. */
public final class MemoryArchive implements Contribution.Sink, Contribution.Source {
    private final RowTransfer rows;
    private final Map<String, List<Map<String, @Nullable Object>>> parts = new LinkedHashMap<>();

    public MemoryArchive(RowTransfer rows) {
        this.rows = rows;
    }

    /** What is in it, part by part; may be changed. */
    public Map<String, List<Map<String, @Nullable Object>>> parts() {
        return parts;
    }

    @Override
    public void rows(String part, String sql, Object... parameters) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        rows.read(all::add, sql, parameters);
        parts.put(part, all);
    }

    @Override
    public void values(String part, Stream<? extends Map<String, ? extends @Nullable Object>> values) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        values.forEach(value -> all.add(new HashMap<>(value)));
        parts.put(part, all);
    }

    @Override
    public String name() {
        return "test archive";
    }

    @Override
    public List<Map<String, @Nullable Object>> values(String part) {
        return parts.getOrDefault(part, List.of());
    }

    @Override
    public void insert(String part, String table, UnaryOperator<Map<String, @Nullable Object>> change) {
        rows.insert(
                table,
                values(part).stream()
                        .map(row -> change.apply(new LinkedHashMap<>(row)))
                        .filter(row -> !row.isEmpty()));
    }
}
