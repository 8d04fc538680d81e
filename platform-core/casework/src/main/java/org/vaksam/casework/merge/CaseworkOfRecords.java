package org.vaksam.casework.merge;

import java.sql.SQLException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordCompanions;
import org.vaksam.spi.records.RecordRow;

/**
 * Comments, documents, actions and deadlines go with a record into the one it is merged into; what is between a record and its
 * reporter, and with whom it is shared, stays. A record made out of another gets copies of its documents.
 */
@Component
public final class CaseworkOfRecords implements RecordCompanions {
    private static final Map<String, String> TABLES = Map.of(
            "record_comment", "id",
            "record_comment_text", "comment_id",
            "document", "id",
            "document_version", "document_id",
            "work_action", "id",
            "deadline", "id",
            "work_alarm", "id");

    private final PlatformDatabase database;

    @Activate
    public CaseworkOfRecords(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    @Override
    public Map<String, String> tables() {
        return TABLES;
    }

    /** Actions and deadlines say of which type their record is. */
    @Override
    public void moved(RecordRow from, RecordRow to) {
        database.write(
                sql -> sql.update("UPDATE work_action SET record_type = ? WHERE record_id = ?", to.type(), to.id())
                        + sql.update("UPDATE deadline SET record_type = ? WHERE record_id = ?", to.type(), to.id()));
    }

    /** With all versions; their content is stored once anyway. */
    @Override
    public int copied(RecordRow from, RecordRow to) {
        return database.write(sql -> {
            int copied = 0;
            for (String document : sql.list(
                    "SELECT id FROM document WHERE record_id = ? ORDER BY id", row -> row.getString(1), from.id())) {
                copied += copy(sql, document, to.id());
            }
            return copied;
        });
    }

    private static int copy(Sql sql, String document, String record) throws SQLException {
        String copy = Ids.next();
        sql.update(
                "INSERT INTO document (id, record_id, description, secrecy, newest, version, added_by, added_at)"
                        + " SELECT CAST(? AS CHAR(36)), CAST(? AS CHAR(36)), description, secrecy, newest, 1, added_by,"
                        + " added_at FROM document WHERE id = ?",
                copy,
                record,
                document);
        sql.update(
                "INSERT INTO document_version (document_id, number, record_id, name, media_type, size_bytes, sha256,"
                        + " metadata, made_by, made_at) SELECT CAST(? AS CHAR(36)), number, CAST(? AS CHAR(36)), name,"
                        + " media_type, size_bytes, sha256, metadata, made_by, made_at FROM document_version"
                        + " WHERE document_id = ?",
                copy,
                record,
                document);
        return 1;
    }
}
