package org.vaksam.casework.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.text.TextTable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Documents of a module's records on their way into an archive and back; gone when the records are. */
@Component(service = Contribution.class)
public final class DocumentArchive implements Contribution {
    private static final String RECORDS = " (SELECT id FROM record WHERE type LIKE ?)";
    private static final String CONTENTS =
            " IN (SELECT v.sha256 FROM document_version v WHERE v.record_id IN" + RECORDS + ")";
    private static final UnaryOperator<Map<String, @Nullable Object>> SAME = row -> row;

    private final PlatformDatabase database;

    @Activate
    public DocumentArchive(@Reference DocumentTable table) {
        this.database = table.database();
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        return List.of();
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        if (!purge) {
            return List.of();
        }
        int removed = database.write(sql -> sql.update(
                "DELETE FROM document WHERE record_id IS NOT NULL AND (record_id IN" + RECORDS
                        + " OR NOT EXISTS (SELECT 1 FROM record r WHERE r.id = document.record_id))",
                types(module)));
        return removed == 0
                ? List.of()
                : List.of(new Change(
                        "removed",
                        "documents",
                        module.id(),
                        new Text(
                                removed + " dokument tas bort för gott.",
                                removed + " documents are removed for good.")));
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        String types = types(module);
        archive.rows(
                "documents/document", "SELECT * FROM document WHERE record_id IN" + RECORDS + " ORDER BY id", types);
        archive.rows(
                "documents/document_content",
                "SELECT * FROM document_content WHERE sha256" + CONTENTS + " ORDER BY sha256",
                types);
        archive.rows(
                "documents/document_chunk",
                "SELECT * FROM document_chunk WHERE sha256" + CONTENTS + " ORDER BY sha256, part",
                types);
        archive.rows(
                "documents/document_thumbnail",
                "SELECT * FROM document_thumbnail WHERE sha256" + CONTENTS + " ORDER BY sha256",
                types);
        archive.rows(
                "documents/document_version",
                "SELECT * FROM document_version WHERE record_id IN" + RECORDS + " ORDER BY document_id, number",
                types);
    }

    /** Content that is here already stays as it is. */
    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        Set<String> here = known(archive);
        UnaryOperator<Map<String, @Nullable Object>> fresh =
                row -> here.contains(String.valueOf(row.get("sha256"))) ? Map.of() : row;
        archive.insert("documents/document_content", "document_content", fresh);
        archive.insert("documents/document_chunk", "document_chunk", fresh);
        archive.insert("documents/document_thumbnail", "document_thumbnail", fresh);
        archive.insert("documents/document", "document", SAME);
        archive.insert("documents/document_version", "document_version", DocumentArchive::withoutRequest);
        database.write(TextTable::await);
        return List.of();
    }

    private Set<String> known(Source archive) {
        var known = new HashSet<String>();
        database.read(sql -> {
            for (Map<String, @Nullable Object> row : archive.values("documents/document_content")) {
                Optional<String> found = sql.first(
                        "SELECT sha256 FROM document_content WHERE sha256 = ?",
                        each -> each.getString(1),
                        row.get("sha256"));
                found.ifPresent(known::add);
            }
            return known;
        });
        return known;
    }

    private static Map<String, @Nullable Object> withoutRequest(Map<String, @Nullable Object> row) {
        var version = new LinkedHashMap<>(row);
        version.put("request_key", null);
        version.put("request_hash", null);
        return version;
    }

    private static String types(ModuleDescriptor module) {
        return module.id() + ".%";
    }
}
