package org.vaksam.casework.document;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordCompanions;
import org.vaksam.spi.records.RecordRow;

/** Documents go along when records are merged; a record that is made out of another has copies of them, of the same content. */
@Component
public final class DocumentCompanions implements RecordCompanions {
    private final DocumentTable table;

    @Activate
    public DocumentCompanions(@Reference DocumentTable table) {
        this.table = table;
    }

    @Override
    public Set<String> tables() {
        return Set.of("document");
    }

    @Override
    public Map<String, String> parts() {
        return Map.of("document_version", "document_id");
    }

    @Override
    public Map<String, String> copied(RecordRow from, RecordRow to) {
        return table.database().write(sql -> {
            var copies = new LinkedHashMap<String, String>();
            for (Document document : table.ofRecord(from.id())) {
                copies.put(document.id(), copy(sql, document, to));
            }
            return copies;
        });
    }

    private static String copy(Sql sql, Document document, RecordRow to) throws SQLException {
        String id = Ids.next();
        sql.update(
                "INSERT INTO document (id, record_id, asset_id, description, secrecy, newest, version, added_by, added_at)"
                        + " SELECT CAST(? AS CHAR(36)), CAST(? AS CHAR(36)), asset_id, description, secrecy, newest, 1,"
                        + " added_by, added_at FROM document WHERE id = ?",
                id,
                to.id(),
                document.id());
        sql.update(
                "INSERT INTO document_version (document_id, number, record_id, name, media_type, size_bytes, sha256,"
                        + " metadata, made_by, made_at) SELECT CAST(? AS CHAR(36)), number, CAST(? AS CHAR(36)), name,"
                        + " media_type, size_bytes, sha256, metadata, made_by, made_at FROM document_version"
                        + " WHERE document_id = ?",
                id,
                to.id(),
                document.id());
        return id;
    }
}
