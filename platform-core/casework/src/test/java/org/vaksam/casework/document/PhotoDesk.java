package org.vaksam.casework.document;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.incoming.FileCheck;
import org.vaksam.casework.document.incoming.Spool;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.report.FakeEngine;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.records.AssetRights;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;

/** Photos of forms as the container puts them together. */
public final class PhotoDesk {
    /** What is stored of a document. */
    public record Kept(String id, String name, String addedBy, String mediaType, String metadata, long bytes) {}

    private final DocumentTable table;
    private final StagedPhotos staged;

    public PhotoDesk(
            CaseworkTables tables,
            FakeEngine engine,
            RecordTypes types,
            Access access,
            Authenticator authenticator,
            Journal journal,
            Clock clock,
            Path folder) {
        table = new DocumentTable(tables);
        var rights = new DocumentRights(access, engine, engine, types, PhotoDesk::noAsset, clock);
        var settings = new DocumentSettings(Map.of());
        var spool = new Spool(folder);
        var entries = new DocumentJournal(journal, table);
        var documents = new Documents(
                table,
                new ContentTable(tables),
                rights,
                settings,
                spool,
                new FileCheck(settings, spool),
                row -> {},
                entries,
                clock);
        staged = new StagedPhotos(
                documents, new AttachedDocuments(table, rights, settings, entries), table, rights, authenticator);
    }

    public StagedPhotos staged() {
        return staged;
    }

    public List<Kept> ofRecord(String record) {
        return table.ofRecord(record).stream()
                .map(document -> kept(document, table.versions(document.id()).get(0)))
                .toList();
    }

    private static Kept kept(Document document, Document.Version version) {
        return new Kept(
                document.id(),
                version.name(),
                document.addedBy(),
                version.mediaType(),
                version.metadata(),
                version.bytes());
    }

    private static AssetRights.Standing noAsset(String id) {
        throw Problem.notFound(Text.same(id));
    }
}
