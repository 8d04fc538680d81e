package org.vaksam.casework.store;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.casework.RecordSurroundings;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Actions, comments and documents of records as search knows them. Documents that are restricted by themselves are not. */
@Component
public final class AroundRecords implements RecordSurroundings {
    private static final int AT_ONCE = 512;
    private static final int MOST_CHARACTERS = 300_000;
    private final PlatformDatabase database;

    @Activate
    public AroundRecords(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    @Override
    public Map<String, Surroundings> of(Collection<String> records) {
        var found = new HashMap<String, Surroundings>();
        List<String> ids = List.copyOf(records);
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            List<String> some = ids.subList(start, Math.min(ids.size(), start + AT_ONCE));
            found.putAll(database.read(sql -> read(sql, some)));
        }
        return found;
    }

    private static Map<String, Surroundings> read(Sql sql, List<String> ids) throws SQLException {
        var around = new HashMap<String, Gathered>();
        Object[] parameters = Sql.filled(ids);
        String in = " IN (" + Sql.places(parameters.length) + ")";
        sql.list(
                "SELECT record_id, title, is_open, due_on FROM work_action WHERE record_id" + in,
                row -> of(around, row.getString(1))
                        .action(
                                row.getString(2),
                                row.getBoolean(3),
                                Optional.ofNullable(row.getDate(4)).map(Date::toLocalDate)),
                parameters);
        sql.list(
                "SELECT record_id, text FROM record_comment WHERE removed_at IS NULL AND record_id" + in
                        + " ORDER BY id",
                row -> of(around, row.getString(1)).says(row.getString(2)),
                parameters);
        sql.list(
                "SELECT d.record_id, v.name, d.description, t.text FROM document d JOIN document_version v ON"
                        + " v.document_id = d.id AND v.number = d.newest LEFT JOIN document_text t ON t.sha256 ="
                        + " v.sha256 WHERE d.secrecy <> 'restricted' AND d.record_id" + in + " ORDER BY d.id",
                row -> of(around, row.getString(1))
                        .document()
                        .says(row.getString(2))
                        .says(row.getString(3))
                        .says(Optional.ofNullable(row.getString(4)).orElse("")),
                parameters);
        var result = new HashMap<String, Surroundings>();
        around.forEach((record, gathered) -> result.put(record, gathered.result()));
        return result;
    }

    private static Gathered of(Map<String, Gathered> around, String record) {
        return around.computeIfAbsent(record, id -> new Gathered());
    }

    /** What was found of one record so far. */
    private static final class Gathered {
        private final List<String> texts = new ArrayList<>();
        private Optional<LocalDate> due = Optional.empty();
        private int open;
        private int actions;
        private int documents;
        private int characters;

        Gathered action(String title, boolean isOpen, Optional<LocalDate> on) {
            actions++;
            if (isOpen) {
                open++;
                due = on.filter(day -> due.isEmpty() || day.isBefore(due.get())).or(() -> due);
            }
            return says(title);
        }

        Gathered document() {
            documents++;
            return this;
        }

        Gathered says(String text) {
            int length = Math.min(text.length(), MOST_CHARACTERS - characters);
            if (length > 0) {
                texts.add(text.substring(0, length));
                characters += length;
            }
            return this;
        }

        Surroundings result() {
            return new Surroundings(open, actions, due, documents, List.copyOf(texts));
        }
    }
}
