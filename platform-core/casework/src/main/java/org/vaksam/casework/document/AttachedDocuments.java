package org.vaksam.casework.document;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.casework.RecordDocuments;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Documents that fields of records point at. */
@Component(service = {RecordDocuments.class, AttachedDocuments.class})
public final class AttachedDocuments implements RecordDocuments {
    private final PlatformDatabase database;
    private final DocumentTable table;
    private final DocumentRights rights;
    private final DocumentSettings settings;
    private final DocumentJournal journal;

    @Activate
    public AttachedDocuments(
            @Reference DocumentTable table,
            @Reference DocumentRights rights,
            @Reference DocumentSettings settings,
            @Reference DocumentJournal journal) {
        this.database = table.database();
        this.table = table;
        this.rights = rights;
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public Set<String> attach(String recordId, Collection<String> documentIds) {
        return attach(recordId, documentIds, rights.owner());
    }

    /** The same, for what somebody else has staged. */
    Set<String> attach(String recordId, Collection<String> documentIds, String owner) {
        return database.write(sql -> {
            var refused = new LinkedHashSet<String>();
            for (String id : new LinkedHashSet<>(documentIds)) {
                if (!attach(sql, recordId, id, owner)) {
                    refused.add(id);
                }
            }
            return refused;
        });
    }

    @Override
    public Map<String, String> names(Collection<String> documentIds) {
        List<Document> documents = table
                .byIds(documentIds.stream().filter(Ids::isId).distinct().toList())
                .stream()
                .filter(rights::mayName)
                .toList();
        var names = new LinkedHashMap<String, String>();
        table.newest(documents).forEach((id, version) -> names.put(id, version.name()));
        return names;
    }

    private boolean attach(Sql sql, String record, String id, String owner) throws SQLException {
        Optional<Document> document = Ids.isId(id) ? table.find(id) : Optional.empty();
        if (document.isEmpty()) {
            return false;
        }
        if (document.get().record().filter(record::equals).isPresent()) {
            return true;
        }
        boolean room = sql.number("SELECT COUNT(*) FROM document WHERE record_id = ?", record) < settings.files();
        if (!room || !DocumentTable.attach(sql, id, owner, record)) {
            return false;
        }
        sql.first(
                        "SELECT type, number FROM record WHERE id = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        record)
                .ifPresent(found -> journal.attached(found.getKey(), record, found.getValue(), document.get()));
        return true;
    }
}
