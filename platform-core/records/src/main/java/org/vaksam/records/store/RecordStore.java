package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.records.Place;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** The table of records. */
@Component(service = RecordStore.class)
public final class RecordStore {
    private static final String SELECT = "SELECT " + RecordColumns.NAMES + " FROM record ";
    private static final String INSERT = "INSERT INTO record (" + RecordColumns.NAMES + ", closed_at) VALUES ("
            + Sql.places(RecordColumns.NAMES.split(",").length + 1) + ")";
    private static final String UPDATE =
            "UPDATE record SET title = ?, description = ?, state = ?, phase = ?, unit_id = ?,"
                    + " place_name = ?, latitude = ?, longitude = ?, occurred_at = ?, occurred_until = ?, category = ?,"
                    + " severity = ?, assignee = ?, secrecy = ?, asset_id = ?,"
                    + " secrecy_ground = ?, secret_fields = ?, fields = ?, version = ?, updated_at = ?, updated_by = ?,"
                    + " anonymised_at = NULL, closed_at = CASE WHEN ? <> 'closed' THEN NULL WHEN phase = 'closed'"
                    + " THEN closed_at ELSE ? END"
                    + " WHERE id = ? AND version = ?";

    private static final String REDEFINE = "UPDATE record SET definition_version = ?, state = ?, phase = ?,"
            + " secret_fields = ?, fields = ?, version = ?, updated_at = ?, closed_at = CASE WHEN ? <> 'closed'"
            + " THEN NULL WHEN phase = 'closed' THEN closed_at ELSE ? END WHERE id = ? AND version = ?";

    private final PlatformDatabase database;

    @Activate
    public RecordStore(@Reference Tables tables) {
        this.database = tables.database();
    }

    public Optional<RecordRow> byId(String id) {
        return database.read(sql -> sql.first(SELECT + "WHERE id = ?", RecordColumns::read, id));
    }

    public Optional<RecordRow> byNumber(String number) {
        return database.read(sql -> sql.first(SELECT + "WHERE number = ?", RecordColumns::read, number));
    }

    public List<RecordRow> byIds(List<String> ids) {
        List<@Nullable Object[]> each = new ArrayList<>();
        ids.forEach(id -> each.add(new Object[] {id}));
        return database.read(sql -> sql.listEach(SELECT + "WHERE id = ?", RecordColumns::read, each));
    }

    /** All records in the order of their ids. */
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        String where = "WHERE id > ? ORDER BY id FETCH FIRST " + Math.max(1, limit) + " ROWS ONLY";
        return database.read(sql -> sql.list(SELECT + where, RecordColumns::read, afterId.orElse("")));
    }

    public long count() {
        return database.read(sql -> sql.number("SELECT COUNT(*) FROM record"));
    }

    public void insertAll(Sql sql, List<RecordRow> rows) throws SQLException {
        var values = new ArrayList<@Nullable Object[]>();
        rows.forEach(row -> values.add(inserted(row)));
        sql.batch(INSERT, values);
    }

    /** Writes the row over the version before it; false when that is not what is stored. */
    public boolean update(Sql sql, RecordRow row) throws SQLException {
        Optional<StepTable.At> before = StepTable.before(sql, row);
        boolean done = sql.update(
                        UPDATE,
                        row.title(),
                        row.description(),
                        row.state(),
                        row.phase(),
                        row.unit(),
                        row.place().map(Place::name),
                        row.place().flatMap(Place::latitude),
                        row.place().flatMap(Place::longitude),
                        row.occurredAt(),
                        row.occurredUntil(),
                        row.category(),
                        RecordColumns.severity(row),
                        row.assignee(),
                        row.secrecy().level(),
                        row.asset(),
                        row.secrecy().ground(),
                        Json.write(row.secrecy().fields()),
                        RecordColumns.fields(row),
                        row.version(),
                        row.updatedAt(),
                        row.updatedBy(),
                        row.phase(),
                        row.updatedAt(),
                        row.id(),
                        row.version() - 1)
                == 1;
        return noted(sql, done, before, row);
    }

    private static boolean noted(Sql sql, boolean done, Optional<StepTable.At> before, RecordRow row)
            throws SQLException {
        if (done) {
            StepTable.note(sql, before, row);
        }
        return done;
    }

    /** Writes the kind too, after {@link #update}. */
    public void changeKind(Sql sql, RecordRow row) throws SQLException {
        sql.update(
                "UPDATE record SET kind = ?, definition_version = ? WHERE id = ?",
                row.kind(),
                row.definitionVersion(),
                row.id());
    }

    /** How many records were merged into this one. */
    public long countMerged(Sql sql, String id) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM record WHERE merged_into = ?", id);
    }

    /** The next records of a kind that have an older definition. */
    public List<RecordRow> older(Sql sql, String type, String kind, int version, String afterId, int limit)
            throws SQLException {
        return sql.list(
                SELECT
                        + "WHERE type = ? AND kind = ? AND definition_version < ? AND id > ? AND merged_into IS NULL ORDER BY id FETCH FIRST "
                        + limit + " ROWS ONLY",
                RecordColumns::read,
                type,
                kind,
                version,
                afterId);
    }

    /** Open records of a kind in a state, newest first. */
    public List<RecordRow> openIn(Sql sql, String type, String kind, String state, int limit) throws SQLException {
        return sql.list(
                SELECT + "WHERE type = ? AND kind = ? AND state = ? AND phase = 'open' ORDER BY id DESC FETCH FIRST "
                        + limit + " ROWS ONLY",
                RecordColumns::read,
                type,
                kind,
                state);
    }

    /** Gives the record the definition, state and fields of this row; false when another version of it is stored. */
    public boolean redefine(Sql sql, RecordRow row) throws SQLException {
        Optional<StepTable.At> before = StepTable.before(sql, row);
        boolean done = sql.update(
                        REDEFINE,
                        row.definitionVersion(),
                        row.state(),
                        row.phase(),
                        Json.write(row.secrecy().fields()),
                        RecordColumns.fields(row),
                        row.version(),
                        row.updatedAt(),
                        row.phase(),
                        row.updatedAt(),
                        row.id(),
                        row.version() - 1)
                == 1;
        return noted(sql, done, before, row);
    }

    public boolean delete(Sql sql, String id, int version) throws SQLException {
        return sql.update("DELETE FROM record WHERE id = ? AND version = ?", id, version) == 1;
    }

    /** Ids of stored records by their key in this source. */
    public Map<String, String> idsByKey(Sql sql, String type, String source, Collection<String> keys)
            throws SQLException {
        var found = new HashMap<String, String>();
        List<@Nullable Object[]> each = new ArrayList<>();
        keys.forEach(key -> each.add(new Object[] {type, source, key}));
        sql.listEach(
                "SELECT ext_key, id FROM record WHERE type = ? AND ext_source = ? AND ext_key = ?",
                row -> found.put(row.getString(1), row.getString(2)),
                each);
        return found;
    }

    private static @Nullable Object[] inserted(RecordRow row) {
        @Nullable Object[] columns = RecordColumns.values(row);
        @Nullable Object[] values = Arrays.copyOf(columns, columns.length + 1);
        values[columns.length] = row.phase().equals("closed") ? row.createdAt() : null;
        return values;
    }
}
