package org.vaksam.records.link;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordCompanions;
import org.vaksam.spi.records.RecordRow;

/** What others keep about records, when records are joined or made out of one another. */
@Component(service = Companions.class)
public final class Companions {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private final List<RecordCompanions> all = new CopyOnWriteArrayList<>();

    @Activate
    public Companions() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(RecordCompanions companions) {
        all.add(companions);
    }

    public void unbind(RecordCompanions companions) {
        all.remove(companions);
    }

    /** How many rows of each table belong to the record. */
    Map<String, Long> count(Sql sql, String record) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (String table : tables()) {
            long rows = sql.number("SELECT COUNT(*) FROM " + table + " WHERE record_id = ?", record);
            if (rows > 0) {
                counts.put(table, rows);
            }
        }
        return counts;
    }

    /** Moves the rows, and remembers whose they were. */
    void move(Sql sql, String from, String to) throws SQLException {
        for (String table : tables()) {
            sql.update(
                    "INSERT INTO record_merge_row (record_id, table_name, row_id) SELECT record_id, '" + table
                            + "', id FROM " + table + " WHERE record_id = ?",
                    from);
            sql.update("UPDATE " + table + " SET record_id = ? WHERE record_id = ?", to, from);
        }
    }

    /** Gives back what was the record's own and still lies with one of those that it went to. */
    void back(Sql sql, String record, List<String> holders) throws SQLException {
        for (String table : tables()) {
            for (String holder : holders) {
                sql.update(
                        "UPDATE " + table + " SET record_id = ? WHERE record_id = ? AND id IN (SELECT row_id FROM"
                                + " record_merge_row WHERE record_id = ? AND table_name = ?)",
                        record,
                        holder,
                        record,
                        table);
            }
        }
        sql.update("DELETE FROM record_merge_row WHERE record_id = ?", record);
    }

    /** Copies what a new record takes along; says how much. */
    int copied(RecordRow from, RecordRow to) {
        return all.stream().mapToInt(companions -> companions.copied(from, to)).sum();
    }

    private Set<String> tables() {
        var tables = new TreeSet<String>();
        all.forEach(companions -> tables.addAll(companions.tables()));
        tables.removeIf(table -> !TABLE.matcher(table).matches());
        return tables;
    }
}
