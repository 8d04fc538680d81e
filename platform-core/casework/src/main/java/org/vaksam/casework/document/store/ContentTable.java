package org.vaksam.casework.document.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.document.incoming.FileCheck.Checked;
import org.vaksam.casework.document.picture.Thumbnails.Thumbnail;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/**
 * Content of files, each stored once under its SHA-256 and in chunks, so that neither the database nor memory holds a whole
 * one. What no version refers to is removed by {@link #sweep}; a key of the database keeps the rest.
 */
@Component(service = ContentTable.class)
public final class ContentTable {
    static final int CHUNK = 256 * 1024;
    private static final String FOREIGN_KEY = "23503";

    private final PlatformDatabase database;

    @Activate
    public ContentTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    /** Stores the file unless its content is there already. */
    void put(Sql sql, Checked file) throws SQLException, IOException {
        if (sql.number("SELECT COUNT(*) FROM document_content WHERE sha256 = ?", file.sha256()) > 0) {
            return;
        }
        sql.update(
                "INSERT INTO document_content (sha256, size_bytes, stored_at) VALUES (?, ?, ?)",
                file.sha256(),
                file.bytes(),
                Instant.now());
        sql.update(
                "INSERT INTO document_text (sha256, pending, state, text, made_at) VALUES (?, 2, 'waiting', '', ?)",
                file.sha256(),
                Instant.now());
        try (InputStream in = Files.newInputStream(file.file())) {
            int part = 0;
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                sql.update(
                        "INSERT INTO document_chunk (sha256, part, bytes) VALUES (?, ?, ?)",
                        file.sha256(),
                        part++,
                        chunk);
            }
        }
        if (file.thumbnail().isPresent()) {
            Thumbnail small = file.thumbnail().get();
            sql.update(
                    "INSERT INTO document_thumbnail (sha256, media_type, bytes) VALUES (?, ?, ?)",
                    file.sha256(),
                    small.mediaType(),
                    small.bytes());
        }
    }

    /**
     * Writes the content out. Reads one chunk at a time, each by itself: a slow reader holds no connection.
     *
     * @throws IOException when the content was removed meanwhile, or nobody takes it
     */
    public void copy(String sha256, long bytes, OutputStream out) throws IOException {
        long left = bytes;
        for (int part = 0; left > 0; part++) {
            int number = part;
            byte[] chunk = database.read(sql -> sql.first(
                            "SELECT bytes FROM document_chunk WHERE sha256 = ? AND part = ?",
                            row -> row.getBytes(1),
                            sha256,
                            number))
                    .orElseThrow(() -> new IOException("the content is gone: " + sha256));
            out.write(chunk);
            left -= chunk.length;
        }
    }

    public Optional<Thumbnail> thumbnail(String sha256) {
        return database.read(sql -> sql.first(
                "SELECT media_type, bytes FROM document_thumbnail WHERE sha256 = ?",
                row -> new Thumbnail(row.getString(1), row.getBytes(2)),
                sha256));
    }

    /** Removes content that nothing refers to; returns how much. One at a time, so that nobody waits for long. */
    public int sweep() {
        var unused = database.read(sql -> sql.list(
                "SELECT c.sha256 FROM document_content c WHERE NOT EXISTS"
                        + " (SELECT 1 FROM document_version v WHERE v.sha256 = c.sha256)",
                row -> row.getString(1)));
        int removed = 0;
        for (String sha256 : unused) {
            removed += remove(sha256);
        }
        return removed;
    }

    private int remove(String sha256) {
        try {
            return database.write(sql -> sql.update("DELETE FROM document_content WHERE sha256 = ?", sha256));
        } catch (DatabaseException e) {
            if (FOREIGN_KEY.equals(e.state())) {
                return 0;
            }
            throw e;
        }
    }
}
