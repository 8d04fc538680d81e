package org.vaksam.records.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.retention.RecordTraces;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;

/**
 * Texts that belong to records and name a person, in tables of the platform and of modules, missing ones too; and copies that
 * were released, which go as a whole because a changed document would not be what was released.
 */
@Component(service = TraceMentions.class)
public final class TraceMentions {
    /** Gone by itself in a day; its texts are keys that clients made up. */
    private static final String KEYS = ".idempotency_key";

    private static final String RELEASES = "record_release";
    private static final String COLUMN = "record_id";

    private final RecordTraces traces;

    @Activate
    public TraceMentions(@Reference RecordTraces traces) {
        this.traces = traces;
    }

    /** A column with text. */
    private record Column(String table, String name) {
        String title() {
            return table.substring(table.indexOf('.') + 1) + "." + name;
        }
    }

    /** Names of the columns that name the person, by record. */
    Map<String, TreeSet<String>> find(Sql sql, Person person) throws SQLException {
        var found = new TreeMap<String, TreeSet<String>>();
        for (Column column : columns(sql)) {
            sql.list(
                    "SELECT " + COLUMN + ", " + column.name() + " FROM " + column.table() + " WHERE " + column.name()
                            + " IS NOT NULL AND " + COLUMN + " IS NOT NULL",
                    row -> note(found, row, person, column.title()));
        }
        sql.list(
                "SELECT r.record_id, p.html FROM record_release r JOIN record_release_part p ON p.release_id = r.id",
                row -> note(found, row, person, RELEASES));
        return found;
    }

    /** The texts that name the person around the record, by column. */
    Map<String, List<String>> texts(Sql sql, Person person, String record) throws SQLException {
        var found = new TreeMap<String, List<String>>();
        for (Column column : columns(sql)) {
            List<String> texts =
                    texts(sql, column, record).stream().filter(person::isIn).toList();
            if (!texts.isEmpty()) {
                found.put(column.title(), texts);
            }
        }
        return found;
    }

    /** Takes the person out of everything that belongs to the record. */
    void erase(Sql sql, Person person, String record) throws SQLException {
        for (String release : releases(sql, person, record)) {
            sql.update("DELETE FROM record_release WHERE id = ?", release);
        }
        for (Column column : columns(sql)) {
            for (String text : texts(sql, column, record)) {
                if (person.isIn(text)) {
                    sql.update(
                            "UPDATE " + column.table() + " SET " + column.name() + " = ? WHERE " + COLUMN + " = ? AND "
                                    + column.name() + " = ?",
                            person.removedFrom(text),
                            record,
                            text);
                }
            }
        }
    }

    private static List<String> texts(Sql sql, Column column, String record) throws SQLException {
        return sql.list(
                "SELECT DISTINCT " + column.name() + " FROM " + column.table() + " WHERE " + COLUMN + " = ? AND "
                        + column.name() + " IS NOT NULL",
                row -> row.getString(1),
                record);
    }

    private static List<String> releases(Sql sql, Person person, String record) throws SQLException {
        return sql
                .list(
                        "SELECT r.id, p.html FROM record_release r JOIN record_release_part p ON p.release_id = r.id"
                                + " WHERE r.record_id = ?",
                        row -> person.isIn(row.getString(2)) ? row.getString(1) : "",
                        record)
                .stream()
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private List<Column> columns(Sql sql) throws SQLException {
        var columns = new ArrayList<Column>();
        for (String table : traces.tables(sql)) {
            if (!table.endsWith(KEYS)) {
                columns.addAll(columns(sql, table));
            }
        }
        return columns;
    }

    private static List<Column> columns(Sql sql, String table) throws SQLException {
        boolean upper = sql.connection().getMetaData().storesUpperCaseIdentifiers();
        String[] names = (upper ? table.toUpperCase(Locale.ROOT) : table).split("\\.");
        var columns = new ArrayList<Column>();
        try (ResultSet all = sql.connection().getMetaData().getColumns(null, names[0], names[1], "%")) {
            while (all.next()) {
                String name = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                if (all.getInt("DATA_TYPE") == Types.VARCHAR && !name.equals(COLUMN)) {
                    columns.add(new Column(table, name));
                }
            }
        }
        return columns;
    }

    private static boolean note(Map<String, TreeSet<String>> found, ResultSet row, Person person, String where)
            throws SQLException {
        return person.isIn(row.getString(2))
                && found.computeIfAbsent(row.getString(1).strip(), any -> new TreeSet<>())
                        .add(where);
    }
}
