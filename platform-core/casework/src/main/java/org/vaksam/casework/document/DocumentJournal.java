package org.vaksam.casework.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.document.incoming.FileCheck.Checked;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.document.store.DocumentTable;

/**
 * What is done with documents, in the journal of their record or asset. What waits for a record has none. The name of a
 * document that is restricted by itself is not told there: more people read the history than the document.
 */
@Component(service = DocumentJournal.class)
public final class DocumentJournal {
    private final Journal journal;
    private final DocumentTable table;

    @Activate
    public DocumentJournal(@Reference Journal journal, @Reference DocumentTable table) {
        this.journal = journal;
        this.table = table;
    }

    void added(Standing place, Document document, Checked file) {
        append("document.added", place, document, file.name(), Map.of("bytes", file.bytes(), "sha256", file.sha256()));
    }

    void versioned(Standing place, Document document, Version version) {
        append(
                "document.versioned",
                place,
                document,
                version.name(),
                Map.of("version", version.number(), "bytes", version.bytes(), "sha256", version.sha256()));
    }

    void changed(Standing place, Document document) {
        append("document.changed", place, document, name(document), Map.of("secrecy", document.secrecy()));
    }

    void removed(Standing place, Document document) {
        append("document.removed", place, document, name(document), Map.of());
    }

    /** Only what is restricted leaves a trace when it is read. */
    void downloaded(Standing place, Document document, Version version) {
        if (place.isRestricted() || DocumentRights.isRestricted(document)) {
            append("document.downloaded", place, document, version.name(), Map.of("version", version.number()));
        }
    }

    /** The same, for what has found its record. */
    void attached(String recordType, String record, String number, Document document) {
        append("document.added", recordType, record, number, document, name(document), Map.of());
    }

    private String name(Document document) {
        return table.versions(document.id()).stream()
                .findFirst()
                .map(Version::name)
                .orElse("");
    }

    private void append(String action, Standing place, Document document, String name, Map<String, Object> more) {
        append(action, place.type(), place.id(), place.label(), document, name, more);
    }

    private void append(
            String action,
            String type,
            String subject,
            String label,
            Document document,
            String name,
            Map<String, Object> more) {
        if (subject.isEmpty()) {
            return;
        }
        var data = new LinkedHashMap<String, Object>(more);
        data.put(type.equals(Standing.ASSET) ? "name" : "number", label);
        data.put("document", document.id());
        if (!DocumentRights.isRestricted(document)) {
            data.put("file", name);
        }
        journal.append(new Journal.Entry(action, type, subject, data));
    }
}
