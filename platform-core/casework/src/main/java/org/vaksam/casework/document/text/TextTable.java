package org.vaksam.casework.document.text;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Table {@code document_text}: what each stored content says, read once however many documents have it. */
@Component(service = TextTable.class)
public final class TextTable {
    private static final int READ = 1;
    private static final int WAITING = 2;
    private final PlatformDatabase database;

    /** Content whose text is to be read. */
    record Unread(String sha256, String mediaType, long bytes) {}

    /** What a file says. */
    public record Text(TextState state, String text) {}

    /** A record with a document of some content, and how the file is called there. */
    record Holder(String record, String type, String document, String file) {}

    @Activate
    public TextTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    /** Content that came another way than by an upload, as out of an archive, is to be read too. */
    public static int await(Sql sql) throws SQLException {
        return sql.update("INSERT INTO document_text (sha256, pending, state, text, made_at)"
                + " SELECT c.sha256, 2, 'waiting', '', c.stored_at FROM document_content c WHERE NOT EXISTS"
                + " (SELECT 1 FROM document_text t WHERE t.sha256 = c.sha256)");
    }

    /** The content that waits longest, if any does. Content that no document has any more waits to be removed. */
    Optional<Unread> unread() {
        return database.read(sql -> sql.first(
                "SELECT t.sha256, v.media_type, v.size_bytes FROM document_text t"
                        + " JOIN document_version v ON v.sha256 = t.sha256 WHERE t.pending = ? ORDER BY t.made_at",
                row -> new Unread(row.getString(1), row.getString(2), row.getLong(3)),
                WAITING));
    }

    void store(String sha256, Text text) {
        database.write(sql -> sql.update(
                "UPDATE document_text SET pending = ?, state = ?, text = ?, made_at = ? WHERE sha256 = ?",
                READ,
                text.state().id(),
                text.text(),
                Instant.now(),
                sha256));
    }

    /** Contents that were read, of which nobody was told. */
    List<String> untold() {
        return database.read(
                sql -> sql.list("SELECT sha256 FROM document_text WHERE pending = ?", row -> row.getString(1), READ));
    }

    /** The records of which a document says this now. */
    List<Holder> holders(String sha256) {
        return database.read(sql -> sql.list(
                "SELECT r.id, r.type, d.id, v.name FROM document_version v JOIN document d ON d.id = v.document_id"
                        + " AND d.newest = v.number JOIN record r ON r.id = d.record_id WHERE v.sha256 = ?"
                        + " AND d.secrecy <> 'restricted'",
                row -> new Holder(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                sha256));
    }

    void told(String sha256) {
        database.write(sql -> sql.update("UPDATE document_text SET pending = 0 WHERE sha256 = ?", sha256));
    }

    Optional<Text> of(String sha256) {
        return database.read(
                sql -> sql.first("SELECT state, text FROM document_text WHERE sha256 = ?", TextTable::text, sha256));
    }

    /** What became of these contents. */
    public Map<String, TextState> states(Collection<String> contents) {
        List<@Nullable Object[]> each = contents.stream()
                .distinct()
                .map(id -> new @Nullable Object[] {id})
                .toList();
        var states = new HashMap<String, TextState>();
        database.read(sql -> sql.listEach(
                "SELECT sha256, state FROM document_text WHERE sha256 = ?",
                row -> states.put(row.getString(1), TextState.of(row.getString(2))),
                each));
        return states;
    }

    private static Text text(ResultSet row) throws SQLException {
        return new Text(TextState.of(row.getString("state")), row.getString("text"));
    }
}
