package org.vaksam.casework.document.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.vaksam.casework.document.incoming.FileCheck.Checked;
import org.vaksam.spi.data.Sql;

/**
 * A file on its way into the tables.
 *
 * @param request key and hash of the request that sent it
 */
public record Uploaded(Checked file, Optional<Request> request) {
    /** A caller's Idempotency-Key, and the hash of what was asked for with it. */
    public record Request(String key, String hash) {}

    /** Stores its content and makes it this version of a document. */
    public void store(Sql sql, ContentTable contents, Document document, Document.Version version) throws SQLException {
        try {
            contents.put(sql, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql.update(
                "INSERT INTO document_version (document_id, number, record_id, name, media_type, size_bytes, sha256,"
                        + " metadata, made_by, made_at, request_key, request_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version.document(),
                version.number(),
                document.record(),
                version.name(),
                version.mediaType(),
                version.bytes(),
                version.sha256(),
                version.metadata(),
                version.madeBy(),
                version.madeAt(),
                request.map(Request::key),
                request.map(Request::hash));
    }
}
