package org.vaksam.records.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The tables of releases; a document is kept in pieces of what a column takes. Both go with their record. */
@Component(service = ReleaseStore.class)
public final class ReleaseStore {
    private static final int PIECE = 16_000;
    private static final String SELECT =
            "SELECT id, record_id, recipient, purpose, masked, unmasked, sha256, made_by, made_at FROM record_release ";

    private final PlatformDatabase database;

    @Activate
    public ReleaseStore(@Reference Tables tables) {
        this.database = tables.database();
    }

    PlatformDatabase database() {
        return database;
    }

    void insert(Sql sql, Release release, String html) throws SQLException {
        sql.update(
                "INSERT INTO record_release (id, record_id, recipient, purpose, masked, unmasked, sha256, made_by,"
                        + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                release.id(),
                release.record(),
                release.recipient(),
                release.purpose(),
                Json.write(release.masked()),
                Json.write(release.unmasked()),
                release.sha256(),
                release.by(),
                release.at());
        var pieces = new ArrayList<@Nullable Object[]>();
        for (int from = 0, to; from < html.length(); from = to) {
            to = end(html, Math.min(html.length(), from + PIECE));
            pieces.add(new Object[] {release.id(), pieces.size(), html.substring(from, to)});
        }
        sql.batch("INSERT INTO record_release_part (release_id, part, html) VALUES (?, ?, ?)", pieces);
    }

    /** Those of a record, the newest first. */
    List<Release> of(String record) {
        return database.read(
                sql -> sql.list(SELECT + "WHERE record_id = ? ORDER BY id DESC", ReleaseStore::read, record));
    }

    Optional<Release> find(String record, String id) {
        return database.read(
                sql -> sql.first(SELECT + "WHERE record_id = ? AND id = ?", ReleaseStore::read, record, id));
    }

    String document(String id) {
        List<String> pieces = database.read(sql -> sql.list(
                "SELECT html FROM record_release_part WHERE release_id = ? ORDER BY part",
                row -> row.getString(1),
                id));
        return String.join("", pieces);
    }

    /** No piece ends within a character. */
    private static int end(String html, int at) {
        return Character.isHighSurrogate(html.charAt(at - 1)) ? at - 1 : at;
    }

    private static Release read(ResultSet row) throws SQLException {
        return new Release(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                json(row.getString(5), new TypeReference<>() {}),
                json(row.getString(6), new TypeReference<>() {}),
                row.getString(7),
                Sql.instant(row, "made_at").orElse(Instant.EPOCH),
                Optional.ofNullable(row.getString(8)));
    }

    private static <T> T json(String json, TypeReference<T> type) throws SQLException {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("A release is not valid JSON", e);
        }
    }
}
