package org.vaksam.insight.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;

/** Filters of a list, as in its address. What was merged into something else is counted nowhere. */
record SignalFilters(String type, Map<String, List<String>> filters) {
    static final String BBOX = "bbox";

    static SignalFilters of(String type) {
        return new SignalFilters(type, Map.of(Dimensions.MERGED.id(), List.of("false")));
    }

    SignalFilters and(String name, String... values) {
        var more = new TreeMap<>(filters);
        more.put(name, List.of(values));
        return new SignalFilters(type, more);
    }

    SignalFilters occurred(LocalDate from, LocalDate to) {
        return and(IndexSchema.OCCURRED_AT, from + ".." + to);
    }

    /** The same with what the signals were narrowed to. */
    SignalFilters within(Map<String, List<String>> narrower) {
        var all = new TreeMap<>(narrower);
        all.putAll(filters);
        return new SignalFilters(type, all);
    }
}
