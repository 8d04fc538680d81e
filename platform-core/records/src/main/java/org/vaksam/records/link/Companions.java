package org.vaksam.records.link;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

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
        for (String table : tables().keySet()) {
            long rows = sql.number("SELECT COUNT(*) FROM " + table + " WHERE record_id = ?", record);
            if (rows > 0) {
                counts.put(table, rows);
            }
        }
        return counts;
    }

    /** Moves the rows, and remembers whose they were. */
    void move(Sql sql, RecordRow from, RecordRow to) throws SQLException {
        for (Map.Entry<String, String> table : tables().entrySet()) {
            sql.update(
                    "INSERT INTO record_merge_row (record_id, table_name, row_id) SELECT DISTINCT record_id, '"
                            + table.getKey() + "', " + table.getValue() + " FROM " + table.getKey()
                            + " WHERE record_id = ?",
                    from.id());
            sql.update("UPDATE " + table.getKey() + " SET record_id = ? WHERE record_id = ?", to.id(), from.id());
        }
        all.forEach(companions -> companions.moved(from, to));
    }

    /** Gives back what was the record's own and still lies with one of those that it went to. */
    void back(Sql sql, RecordRow record, List<RecordRow> holders) throws SQLException {
        for (Map.Entry<String, String> table : tables().entrySet()) {
            for (RecordRow holder : holders) {
                sql.update(
                        "UPDATE " + table.getKey() + " SET record_id = ? WHERE record_id = ? AND " + table.getValue()
                                + " IN (SELECT row_id FROM record_merge_row WHERE record_id = ? AND table_name = ?)",
                        record.id(),
                        holder.id(),
                        record.id(),
                        table.getKey());
            }
        }
        sql.update("DELETE FROM record_merge_row WHERE record_id = ?", record.id());
        holders.forEach(holder -> all.forEach(companions -> companions.moved(holder, record)));
    }

    /** Copies what a new record takes along: id of each copy by the id of what it was copied from. */
    Map<String, String> copied(RecordRow from, RecordRow to) {
        var copies = new HashMap<String, String>();
        all.forEach(companions -> copies.putAll(companions.copied(from, to)));
        return copies;
    }

    /** The column that names the row, by table; names are put into statements, so nothing else than names. */
    private Map<String, String> tables() {
        var tables = new TreeMap<String, String>();
        all.forEach(companions -> {
            companions.tables().forEach(table -> tables.put(table, "id"));
            tables.putAll(companions.parts());
        });
        tables.entrySet()
                .removeIf(table -> !NAME.matcher(table.getKey()).matches()
                        || !NAME.matcher(table.getValue()).matches());
        return tables;
    }
}
