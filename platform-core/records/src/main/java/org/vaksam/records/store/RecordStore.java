package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.records.Place;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** The table of records. */
@Component(service = {RecordStore.class, RecordSource.class})
public final class RecordStore implements RecordSource {
    private static final String SELECT = "SELECT " + RecordColumns.NAMES + " FROM record ";
    private static final String INSERT = "INSERT INTO record (" + RecordColumns.NAMES + ") VALUES ("
            + marks(RecordColumns.NAMES.split(",").length) + ")";
    private static final String UPDATE =
            "UPDATE record SET title = ?, description = ?, state = ?, phase = ?, unit_id = ?,"
                    + " place_name = ?, latitude = ?, longitude = ?, occurred_at = ?, occurred_until = ?, category = ?,"
                    + " severity = ?, assignee = ?, secrecy = ?, fields = ?, version = ?, updated_at = ?, updated_by = ?, asset_id = ?"
                    + " WHERE id = ? AND version = ?";

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

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        List<@Nullable Object[]> each = new ArrayList<>();
        ids.forEach(id -> each.add(new Object[] {id}));
        return database.read(sql -> sql.listEach(SELECT + "WHERE id = ?", RecordColumns::read, each));
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        String where = "WHERE id > ? ORDER BY id FETCH FIRST " + Math.max(1, limit) + " ROWS ONLY";
        return database.read(sql -> sql.list(SELECT + where, RecordColumns::read, afterId.orElse("")));
    }

    @Override
    public long count() {
        return database.read(sql -> sql.number("SELECT COUNT(*) FROM record"));
    }

    public void insert(Sql sql, RecordRow row) throws SQLException {
        sql.update(INSERT, RecordColumns.values(row));
    }

    public void insertAll(Sql sql, List<RecordRow> rows) throws SQLException {
        var values = new ArrayList<@Nullable Object[]>();
        rows.forEach(row -> values.add(RecordColumns.values(row)));
        sql.batch(INSERT, values);
    }

    /** Writes the row over the version before it; false when that is not what is stored. */
    public boolean update(Sql sql, RecordRow row) throws SQLException {
        return sql.update(
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
                        row.secrecy(),
                        RecordColumns.fields(row),
                        row.version(),
                        row.updatedAt(),
                        row.updatedBy(),
                        row.asset(),
                        row.id(),
                        row.version() - 1)
                == 1;
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

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
