package org.vaksam.casework.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The tables of documents and their versions. */
@Component(service = DocumentTable.class)
public final class DocumentTable {
    /** How long a document waits for its record, and a key of a request is remembered. */
    public static final Duration DAY = Duration.ofDays(1);

    private static final String DOCUMENTS =
            "SELECT id, record_id, asset_id, description, secrecy, newest, version, added_by, added_at FROM document";
    private static final String VERSIONS =
            "SELECT v.document_id, v.number, v.name, v.media_type, v.size_bytes, v.sha256,"
                    + " v.metadata, v.made_by, v.made_at, t.media_type AS small FROM document_version v"
                    + " LEFT JOIN document_thumbnail t ON t.sha256 = v.sha256";
    private static final String WITHOUT_RECORD = "DELETE FROM document WHERE record_id IS NOT NULL AND NOT EXISTS"
            + " (SELECT 1 FROM record r WHERE r.id = document.record_id)";
    private static final String WITHOUT_ASSET = "DELETE FROM document WHERE asset_id IS NOT NULL AND NOT EXISTS"
            + " (SELECT 1 FROM asset a WHERE a.id = document.asset_id)";

    private final PlatformDatabase database;

    @Activate
    public DocumentTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    public PlatformDatabase database() {
        return database;
    }

    public Optional<Document> find(String id) {
        return database.read(sql -> sql.first(DOCUMENTS + " WHERE id = ?", DocumentTable::document, id));
    }

    /** In the order in which they came. */
    public List<Document> ofRecord(String record) {
        return database.read(
                sql -> sql.list(DOCUMENTS + " WHERE record_id = ? ORDER BY id", DocumentTable::document, record));
    }

    /** In the order in which they came. */
    public List<Document> ofAsset(String asset) {
        return database.read(
                sql -> sql.list(DOCUMENTS + " WHERE asset_id = ? ORDER BY id", DocumentTable::document, asset));
    }

    public List<Document> byIds(Collection<String> ids) {
        return database.read(sql -> sql.listEach(DOCUMENTS + " WHERE id = ?", DocumentTable::document, each(ids)));
    }

    /** Newest first. */
    public List<Version> versions(String document) {
        return database.read(sql -> sql.list(
                VERSIONS + " WHERE v.document_id = ? ORDER BY v.number DESC", DocumentTable::version, document));
    }

    /** The newest version of each of these documents, by the document's id. */
    public Map<String, Version> newest(Collection<Document> documents) {
        List<@Nullable Object[]> wanted = documents.stream()
                .map(document -> new @Nullable Object[] {document.id(), document.newest()})
                .toList();
        var found = new HashMap<String, Version>();
        database.read(sql -> sql.listEach(
                        VERSIONS + " WHERE v.document_id = ? AND v.number = ?", DocumentTable::version, wanted))
                .forEach(version -> found.put(version.document(), version));
        return found;
    }

    /** What a request with this key stored, and the hash of what was asked for; until {@link #tidy} forgets it. */
    public Optional<Map.Entry<String, String>> request(String key) {
        return database.read(sql -> sql.first(
                "SELECT document_id, request_hash FROM document_version WHERE request_key = ?",
                row -> Map.entry(row.getString(1), row.getString(2)),
                key));
    }

    /** How many documents wait for a record of this person's. */
    public static long staged(Sql sql, String owner) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM document WHERE record_id IS NULL AND asset_id IS NULL AND added_by = ?", owner);
    }

    /** Documents that wait for a record of this person's, in the order in which they came. */
    public List<Document> stagedBy(String owner) {
        return database.read(sql -> sql.list(
                DOCUMENTS + " WHERE record_id IS NULL AND asset_id IS NULL AND added_by = ? ORDER BY id",
                DocumentTable::document,
                owner));
    }

    /** Says that somebody else has brought it. */
    public static void broughtBy(Sql sql, String id, String owner) throws SQLException {
        sql.update("UPDATE document SET added_by = ? WHERE id = ?", owner, id);
        sql.update("UPDATE document_version SET made_by = ? WHERE document_id = ?", owner, id);
    }

    public static long count(Sql sql, Document place) throws SQLException {
        return place.record().isPresent()
                ? sql.number("SELECT COUNT(*) FROM document WHERE record_id = ?", place.record())
                : sql.number("SELECT COUNT(*) FROM document WHERE asset_id = ?", place.asset());
    }

    public static void insert(Sql sql, Document document) throws SQLException {
        sql.update(
                "INSERT INTO document (id, record_id, asset_id, description, secrecy, newest, version, added_by, added_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                document.id(),
                document.record(),
                document.asset(),
                document.description(),
                document.secrecy(),
                document.newest(),
                document.version(),
                document.addedBy(),
                document.addedAt());
    }

    /** Changes what people say of it, if it still is in this version. */
    public static boolean update(Sql sql, Document document) throws SQLException {
        return sql.update(
                        "UPDATE document SET description = ?, secrecy = ?, version = version + 1 WHERE id = ? AND version = ?",
                        document.description(),
                        document.secrecy(),
                        document.id(),
                        document.version())
                == 1;
    }

    /** Makes room for a newest version; nobody else does until the transaction ends. */
    public static boolean advance(Sql sql, Document document) throws SQLException {
        return sql.update(
                        "UPDATE document SET newest = newest + 1, version = version + 1 WHERE id = ? AND version = ?",
                        document.id(),
                        document.version())
                == 1;
    }

    public static boolean delete(Sql sql, Document document) throws SQLException {
        return sql.update("DELETE FROM document WHERE id = ? AND version = ?", document.id(), document.version()) == 1;
    }

    /** Gives a staged document of this person to a record; false when it is none. */
    public static boolean attach(Sql sql, String id, String owner, String record) throws SQLException {
        boolean taken = sql.update(
                        "UPDATE document SET record_id = ?, version = version + 1 WHERE id = ? AND added_by = ?"
                                + " AND record_id IS NULL AND asset_id IS NULL",
                        record,
                        id,
                        owner)
                == 1;
        if (taken) {
            sql.update("UPDATE document_version SET record_id = ? WHERE document_id = ?", record, id);
        }
        return taken;
    }

    /** Removes what has waited too long or has lost its record or asset; forgets old keys. Returns how many documents. */
    public int tidy(Instant now) {
        Instant yesterday = now.minus(DAY);
        return database.write(sql -> {
            sql.update(
                    "UPDATE document_version SET request_key = NULL, request_hash = NULL"
                            + " WHERE request_key IS NOT NULL AND made_at <= ?",
                    yesterday);
            return sql.update(
                            "DELETE FROM document WHERE record_id IS NULL AND asset_id IS NULL AND added_at <= ?",
                            yesterday)
                    + sql.update(WITHOUT_RECORD)
                    + sql.update(WITHOUT_ASSET);
        });
    }

    private static List<@Nullable Object[]> each(Collection<String> ids) {
        return ids.stream().map(id -> new @Nullable Object[] {id}).toList();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString("id"),
                Optional.ofNullable(row.getString("record_id")),
                Optional.ofNullable(row.getString("asset_id")),
                row.getString("description"),
                row.getString("secrecy"),
                row.getInt("newest"),
                row.getInt("version"),
                row.getString("added_by"),
                Sql.instant(row, "added_at").orElseThrow());
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("document_id"),
                row.getInt("number"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("metadata"),
                row.getString("made_by"),
                Sql.instant(row, "made_at").orElseThrow(),
                row.getString("small") != null);
    }
}
