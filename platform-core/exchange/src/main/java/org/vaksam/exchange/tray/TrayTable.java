package org.vaksam.exchange.tray;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** The table of what could not be read, and the one of its texts. Used on one connection. */
public final class TrayTable {
    /** So much of a text is kept, in characters. */
    public static final int LONGEST_TEXT = 256_000;

    private static final int PART = 15_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FieldProblem>> FIELDS = new TypeReference<>() {};
    private static final String COLUMNS = "id, origin_id, origin_type, origin_name, place, format, permission, sha256,"
            + " whole, state, type, detail_sv, detail_en, fields, attempts, version, received_at, closed_at, closed_by,"
            + " reason, record_id";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM tray_item ";

    private final Sql sql;

    public TrayTable(Sql sql) {
        this.sql = sql;
    }

    /** Puts it in; false when the same from the same origin is or was here already. */
    public boolean add(TrayItem item, String text) throws SQLException {
        long known = sql.number(
                "SELECT COUNT(*) FROM tray_item WHERE origin_id = ? AND sha256 = ?",
                item.origin().id(),
                item.sha256());
        if (known > 0) {
            return false;
        }
        sql.update(
                "INSERT INTO tray_item (" + COLUMNS + ") VALUES (" + Sql.places(21) + ")",
                item.id(),
                item.origin().id(),
                item.origin().type(),
                item.origin().name(),
                item.place(),
                item.format(),
                item.permission(),
                item.sha256(),
                item.whole(),
                item.state(),
                item.type(),
                item.detail().sv(),
                item.detail().en(),
                write(item.fields()),
                item.attempts(),
                item.version(),
                item.receivedAt(),
                item.closedAt(),
                item.closedBy(),
                item.reason(),
                item.record());
        insertText(item.id(), text);
        return true;
    }

    /** Newest first. */
    List<TrayItem> page(TrayState state, Optional<String> origin, Optional<String> beforeId, int limit)
            throws SQLException {
        var where = new StringBuilder("WHERE state = ?");
        var parameters = new ArrayList<@Nullable Object>(List.of(state));
        origin.ifPresent(id -> {
            where.append(" AND origin_id = ?");
            parameters.add(id);
        });
        beforeId.ifPresent(id -> {
            where.append(" AND id < ?");
            parameters.add(id);
        });
        return sql.list(
                SELECT + where + " ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY",
                TrayTable::map,
                parameters.toArray());
    }

    Optional<TrayItem> find(String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", TrayTable::map, id);
    }

    String text(String id) throws SQLException {
        return String.join(
                "", sql.list("SELECT text FROM tray_text WHERE item = ? ORDER BY part", row -> row.getString(1), id));
    }

    /** Those that are not closed, or were not long ago: all that have a text. */
    List<String> withText() throws SQLException {
        return sql.list("SELECT DISTINCT item FROM tray_text ORDER BY item", row -> row.getString(1)
                .strip());
    }

    /** Stores what changes of it; false when somebody else was faster. */
    boolean update(TrayItem item) throws SQLException {
        return sql.update(
                        "UPDATE tray_item SET state = ?, type = ?, detail_sv = ?, detail_en = ?, fields = ?, attempts = ?,"
                                + " version = ?, closed_at = ?, closed_by = ?, reason = ?, record_id = ?"
                                + " WHERE id = ? AND version = ?",
                        item.state(),
                        item.type(),
                        item.detail().sv(),
                        item.detail().en(),
                        write(item.fields()),
                        item.attempts(),
                        item.version(),
                        item.closedAt(),
                        item.closedBy(),
                        item.reason(),
                        item.record(),
                        item.id(),
                        item.version() - 1)
                == 1;
    }

    void replaceText(String id, String text) throws SQLException {
        removeText(id);
        insertText(id, text);
    }

    void removeText(String id) throws SQLException {
        sql.update("DELETE FROM tray_text WHERE item = ?", id);
    }

    /** How many wait for somebody. */
    public long open() throws SQLException {
        return sql.number("SELECT COUNT(*) FROM tray_item WHERE state = ?", TrayState.OPEN);
    }

    private void insertText(String id, String text) throws SQLException {
        String kept = text.replace('\0', '\uFFFD');
        var parts = new ArrayList<@Nullable Object[]>();
        int from = 0;
        while (from < kept.length()) {
            int to = Math.min(kept.length(), from + PART);
            if (to < kept.length() && Character.isHighSurrogate(kept.charAt(to - 1))) {
                to--;
            }
            parts.add(new @Nullable Object[] {id, parts.size(), kept.substring(from, to)});
            from = to;
        }
        sql.batch("INSERT INTO tray_text (item, part, text) VALUES (?, ?, ?)", parts);
    }

    private static TrayItem map(ResultSet row) throws SQLException {
        return new TrayItem(
                row.getString("id"),
                new TrayItem.Origin(
                        row.getString("origin_id"), row.getString("origin_type"), row.getString("origin_name")),
                row.getString("place"),
                row.getString("format"),
                row.getString("permission"),
                row.getString("sha256"),
                row.getBoolean("whole"),
                TrayState.valueOf(row.getString("state")),
                row.getString("type"),
                new Text(row.getString("detail_sv"), row.getString("detail_en")),
                read(row.getString("fields")),
                row.getInt("attempts"),
                row.getInt("version"),
                Sql.instant(row, "received_at").orElseThrow(),
                Sql.instant(row, "closed_at"),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("record_id")));
    }

    private static String write(List<FieldProblem> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<FieldProblem> read(String fields) {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
