package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;

/** The table of items that could not be stored. */
final class ItemErrors {
    /** No more are kept of one import; all are counted. */
    static final int MOST_KEPT = 10_000;

    private static final TypeReference<List<FieldProblem>> FIELDS = new TypeReference<>() {};

    private final PlatformDatabase database;
    private final ObjectMapper json;

    ItemErrors(PlatformDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(String run, List<ItemError> errors) {
        List<@Nullable Object[]> rows =
                errors.stream().map(error -> row(run, error)).toList();
        database.write(sql -> {
            sql.batch(
                    "INSERT INTO import_error (run, line, type, detail_sv, detail_en, fields, item)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    rows);
            return rows.size();
        });
    }

    /** In the order of the file, after this line. */
    List<ItemError> of(String run, long afterLine, int limit) {
        return database.read(sql -> sql.list(
                "SELECT line, type, detail_sv, detail_en, fields, item FROM import_error WHERE run = ? AND line > ?"
                        + " ORDER BY line FETCH FIRST " + limit + " ROWS ONLY",
                this::map,
                run,
                afterLine));
    }

    private @Nullable Object[] row(String run, ItemError error) {
        return new @Nullable Object[] {
            run,
            error.line(),
            error.type(),
            error.detail().sv(),
            error.detail().en(),
            write(error.errors()),
            error.item()
        };
    }

    private ItemError map(ResultSet row) throws SQLException {
        return new ItemError(
                row.getLong("line"),
                row.getString("type"),
                new Text(row.getString("detail_sv"), row.getString("detail_en")),
                read(row.getString("fields")),
                row.getString("item"));
    }

    private String write(List<FieldProblem> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FieldProblem> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
