package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.tray.TrayItem;
import org.vaksam.exchange.tray.TrayTable;
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

    /** Lets people correct them and have them read again, in the one tray. */
    void addToTray(ImportRun run, List<Batch.Refusal> refusals, Instant now) {
        var origin = new TrayItem.Origin(run.id(), TrayItem.Origin.IMPORT, run.name());
        database.write(sql -> {
            var tray = new TrayTable(sql);
            for (Batch.Refusal refusal : refusals) {
                boolean whole = refusal.text().length() <= TrayTable.LONGEST_TEXT;
                String text = whole ? refusal.text() : refusal.text().substring(0, TrayTable.LONGEST_TEXT);
                String place = Long.toString(refusal.line());
                TrayItem item = TrayItem.arrived(
                        origin,
                        place,
                        run.format(),
                        run.permission(),
                        Sha256.hex(place + "\n" + refusal.text()),
                        whole,
                        now);
                tray.add(item.refused(refusal.problem()), text);
            }
            return refusals.size();
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
