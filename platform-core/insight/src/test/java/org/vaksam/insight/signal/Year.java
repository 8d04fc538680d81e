package org.vaksam.insight.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.insight.testing.Row;

/** Rows for an index, numbered by themselves. */
final class Year {
    /** The last day of it. */
    static final LocalDate TODAY = LocalDate.of(2025, 11, 20);

    private final List<Row> rows = new ArrayList<>();

    /** One threat every tenth day and one theft every fourth at two places, for about two years. */
    static Year usual() {
        var year = new Year();
        for (int age = 700; age > 6; age--) {
            if (age % 10 == 0) {
                year.add("threat", "Torget", "north", age);
                year.add("threat", "Parken", "parks", age);
            }
            if (age % 4 == 0) {
                year.add("theft", "Torget", "north", age);
                year.add("theft", "Parken", "parks", age);
            }
        }
        return year;
    }

    Row add(String kind, String place, String unit, int age) {
        Row row = Row.number(rows.size() + 1L)
                .kind(kind)
                .place(place)
                .unit(unit)
                .occurredAt(TODAY.minusDays(age) + "T10:00:00Z");
        rows.add(row);
        return row;
    }

    Row[] rows() {
        return rows.toArray(Row[]::new);
    }
}
