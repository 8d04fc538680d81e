package org.vaksam.records.link;

import java.util.List;
import java.util.Map;

/**
 * A table of connections, or of steps, as an archive holds it.
 *
 * @param columns texts; the times besides are {@code made_at}
 * @param refers  columns that name rows of other tables: without those, the row is not restored
 * @param records those of them that name records
 * @param key     columns that identify a row
 */
record ArchivedTable(
        String name, List<String> columns, Map<String, String> refers, List<String> records, List<String> key) {
    private static final String RECORD = "record";

    static final List<ArchivedTable> ALL = List.of(
            new ArchivedTable(
                    "record_link",
                    List.of(
                            "id",
                            "link_id",
                            "record_id",
                            "relation",
                            "target",
                            "other_record",
                            "other_asset",
                            "note",
                            "made_by"),
                    Map.of("record_id", RECORD, "other_record", RECORD, "other_asset", "asset"),
                    List.of("record_id", "other_record"),
                    List.of("record_id", "relation", "target")),
            new ArchivedTable(
                    "record_link_dismissal",
                    List.of("record_id", "other_record", "made_by"),
                    Map.of("record_id", RECORD, "other_record", RECORD),
                    List.of("record_id", "other_record"),
                    List.of("record_id", "other_record")),
            new ArchivedTable(
                    "record_series",
                    List.of("record_id", "name", "made_by"),
                    Map.of("record_id", RECORD),
                    List.of("record_id"),
                    List.of("record_id")),
            new ArchivedTable(
                    "record_series_member",
                    List.of("record_id", "series", "made_by"),
                    Map.of("record_id", RECORD, "series", RECORD),
                    List.of("record_id", "series"),
                    List.of("record_id", "series")),
            new ArchivedTable(
                    "record_merge",
                    List.of("record_id", "into_id", "reason", "filled", "phase", "made_by"),
                    Map.of("record_id", RECORD),
                    List.of("record_id"),
                    List.of("record_id")),
            new ArchivedTable(
                    "record_step",
                    List.of("id", "record_id", "from_state", "to_state", "to_phase"),
                    Map.of("record_id", RECORD),
                    List.of("record_id"),
                    List.of("id")));

    String part() {
        return "records/" + name;
    }

    /** Rows that have to do with records of these types. */
    String select() {
        String types = "(SELECT id FROM record WHERE type LIKE ?)";
        List<String> conditions =
                records.stream().map(column -> column + " IN " + types).toList();
        return "SELECT " + String.join(", ", columns) + ", made_at FROM " + name + " WHERE "
                + String.join(" OR ", conditions);
    }
}
