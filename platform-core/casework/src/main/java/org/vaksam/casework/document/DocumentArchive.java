package org.vaksam.casework.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.text.TextTable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleRows;
import org.vaksam.spi.kernel.ModuleRows.Table;

/** Documents of a module's records on their way into an archive and back; gone when the records are, and then their content. */
@Component(service = Contribution.class)
public final class DocumentArchive implements Contribution {
    private static final String VERSION_OF_TYPES = "record_id IN (SELECT id FROM record WHERE type LIKE ?)";
    private static final String CONTENT_OF_TYPES =
            "sha256 IN (SELECT v.sha256 FROM document_version v WHERE v." + VERSION_OF_TYPES + ")";
    private static final String DOCUMENT = "document";
    private static final String VERSION = "document_version";
    private static final List<Table> TABLES = List.of(
            Table.archivedOnly("document_content", CONTENT_OF_TYPES),
            Table.archivedOnly("document_chunk", CONTENT_OF_TYPES),
            Table.archivedOnly("document_thumbnail", CONTENT_OF_TYPES),
            Table.ofRecords(DOCUMENT),
            Table.archivedOnly(VERSION, VERSION_OF_TYPES));

    private final PlatformDatabase database;
    private final ModuleRows rows;

    @Activate
    public DocumentArchive(@Reference DocumentTable table) {
        this.database = table.database();
        this.rows = new ModuleRows(database, "documents", TABLES);
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        return rows.remove(
                module,
                purge,
                removed -> new Text(
                        removed + " dokument tas bort för gott.", removed + " documents are removed for good."));
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        rows.write(module, archive);
    }

    /** Content that is here already stays as it is. */
    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        Set<String> here = known(archive);
        rows.restore(module, archive, (table, row) -> switch (table) {
            case DOCUMENT -> row;
            case VERSION -> withoutRequest(row);
            default -> here.contains(String.valueOf(row.get("sha256"))) ? Map.of() : row;
        });
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
}
