package org.vaksam.casework.document;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.document.incoming.FileCheck;
import org.vaksam.casework.document.incoming.FileCheck.Checked;
import org.vaksam.casework.document.incoming.Spool;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.store.Uploaded;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.LegalHolds;
import org.vaksam.spi.web.EntityTags;

/** What people do with documents; each deed is in the journal of the record or asset, in the same transaction. */
@Component(service = Documents.class)
public final class Documents {
    private static final int MOST_STAGED = 50;
    private static final int MOST_VERSIONS = 100;
    private static final int ATTEMPTS = 3;

    private final DocumentTable table;
    private final ContentTable contents;
    private final DocumentRights rights;
    private final DocumentSettings settings;
    private final Spool spool;
    private final FileCheck check;
    private final LegalHolds holds;
    private final DocumentJournal journal;
    private final Clock clock;

    @Activate
    public Documents(
            @Reference DocumentTable table,
            @Reference ContentTable contents,
            @Reference DocumentRights rights,
            @Reference DocumentSettings settings,
            @Reference Spool spool,
            @Reference FileCheck check,
            @Reference LegalHolds holds,
            @Reference DocumentJournal journal,
            @Reference Clock clock) {
        this.table = table;
        this.contents = contents;
        this.rights = rights;
        this.settings = settings;
        this.spool = spool;
        this.check = check;
        this.holds = holds;
        this.journal = journal;
        this.clock = clock;
    }

    /** A document as the caller finds it. */
    record Seen(Document document, Standing standing, boolean mayRemove) {}

    /** What is stored, and whether an earlier request with the same key has done it. */
    record Stored(Seen seen, boolean replayed) {}

    /** The documents of a place that the caller may see. */
    List<Seen> list(Standing place) {
        List<Document> all = place.isAsset() ? table.ofAsset(place.id()) : table.ofRecord(place.id());
        return all.stream()
                .filter(document -> rights.shows(place, document))
                .map(document -> seen(document, place))
                .toList();
    }

    /** The document, which the caller may see; 404 otherwise. */
    Seen find(String id) {
        Document document = table.find(id).orElseThrow(DocumentRights::missing);
        return seen(document, rights.of(document));
    }

    /** A new document of a place, or one that waits for its record. */
    Stored add(Standing place, Upload upload, InputStream body) {
        rights.requireAdd(place);
        return receive(upload, body, settings.bytes(), file -> insert(place, upload, file));
    }

    /** A picture that waits for its record, without what the camera wrote into it. */
    Stored addPhoto(Upload upload, InputStream body, long most) {
        return receive(upload, body, most, file -> {
            if (!file.file().type().isCleaned()) {
                throw DocumentProblems.noPhoto();
            }
            return insert(Standing.ofStaged(), upload, file);
        });
    }

    /** A new version of a document; the earlier ones stay. */
    Stored addVersion(String id, Optional<IntPredicate> expected, Upload upload, InputStream body) {
        Seen seen = find(id);
        rights.requireAdd(seen.standing());
        expected.ifPresent(
                versions -> EntityTags.check(versions, seen.document().version()));
        return receive(upload, body, settings.bytes(), file -> advance(seen, file));
    }

    /** Changes description or secrecy. */
    Seen change(String id, IntPredicate expected, DocumentChange change) {
        Seen seen = find(id);
        Document before = seen.document();
        rights.requireHandle(seen.standing());
        EntityTags.check(expected, before.version());
        var after = new Document(
                before.id(),
                before.record(),
                before.asset(),
                change.description().orElse(before.description()),
                change.secrecy().orElse(before.secrecy()),
                before.newest(),
                before.version(),
                before.addedBy(),
                before.addedAt());
        table.database().write(sql -> {
            seen.standing().record().ifPresent(holds::refuseRemoval);
            requireFresh(DocumentTable.update(sql, after), before);
            journal.changed(seen.standing(), after);
            return true;
        });
        return find(id);
    }

    /** Removes a document with all its versions. */
    void remove(String id, IntPredicate expected) {
        Seen seen = find(id);
        Document document = seen.document();
        rights.requireRemove(seen.standing(), document);
        EntityTags.check(expected, document.version());
        seen.standing().record().ifPresent(row -> DocumentProblems.refuseUsed(row, id));
        table.database().write(sql -> {
            seen.standing().record().ifPresent(holds::refuseRemoval);
            requireFresh(DocumentTable.delete(sql, document), document);
            journal.removed(seen.standing(), document);
            return true;
        });
    }

    /** Says that the content is being handed out. */
    void downloaded(Seen seen, Version version) {
        journal.downloaded(seen.standing(), seen.document(), version);
    }

    /** What a checked file becomes, in a transaction. */
    private interface Storing {
        String store(Uploaded file);
    }

    private Stored receive(Upload upload, InputStream body, long most, Storing storing) {
        return spool.with(body, Math.min(most, settings.bytes()), arrived -> {
            Optional<Uploaded.Request> request = upload.request(rights.owner(), arrived.sha256());
            Optional<Stored> before = request.flatMap(this::replay);
            if (before.isPresent()) {
                return before.get();
            }
            return check.with(arrived, upload.name(), upload.keepMetadata(), file -> store(request, file, storing));
        });
    }

    /** Stores it; when somebody is storing or sweeping away the same content or key just now, once more. */
    private Stored store(Optional<Uploaded.Request> request, Checked file, Storing storing) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Stored(find(storing.store(new Uploaded(file, request))), false);
            } catch (DatabaseException e) {
                if (!e.state().startsWith("23") || attempt == ATTEMPTS) {
                    throw e;
                }
                Optional<Stored> meanwhile = request.flatMap(this::replay);
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
            }
        }
    }

    private Optional<Stored> replay(Uploaded.Request request) {
        return table.request(request.key()).map(before -> {
            if (!before.getValue().equals(request.hash())) {
                throw DocumentProblems.keyUsed();
            }
            return new Stored(find(before.getKey()), true);
        });
    }

    private String insert(Standing place, Upload upload, Uploaded file) {
        Optional<String> asset = place.isAsset() ? Optional.of(place.id()) : Optional.empty();
        Optional<String> record = place.record().map(row -> row.id());
        var document = new Document(
                Ids.next(), record, asset, upload.description(), upload.secrecy(), 1, 1, rights.owner(), now());
        return table.database().write(sql -> {
            refuseMany(sql, document);
            DocumentTable.insert(sql, document);
            file.store(sql, contents, document, version(document, 1, file));
            journal.added(place, document, file.file());
            return document.id();
        });
    }

    private String advance(Seen seen, Uploaded file) {
        Document document = seen.document();
        if (document.newest() >= MOST_VERSIONS) {
            throw DocumentProblems.tooMany(MOST_VERSIONS);
        }
        return table.database().write(sql -> {
            requireFresh(DocumentTable.advance(sql, document), document);
            Version version = version(document, document.newest() + 1, file);
            file.store(sql, contents, document, version);
            journal.versioned(seen.standing(), document, version);
            return document.id();
        });
    }

    private void refuseMany(Sql sql, Document document) throws SQLException {
        long count = document.isStaged()
                ? DocumentTable.staged(sql, document.addedBy())
                : DocumentTable.count(sql, document);
        int most = document.isStaged() ? MOST_STAGED : settings.files();
        if (count >= most) {
            throw DocumentProblems.tooMany(most);
        }
    }

    private Version version(Document document, int number, Uploaded uploaded) {
        Checked file = uploaded.file();
        return new Version(
                document.id(),
                number,
                file.name(),
                file.type().mediaType(),
                file.bytes(),
                file.sha256(),
                file.metadata(),
                rights.owner(),
                now(),
                file.thumbnail().isPresent());
    }

    private Seen seen(Document document, Standing standing) {
        return new Seen(document, standing, rights.mayRemove(standing, document));
    }

    private void requireFresh(boolean done, Document document) {
        if (!done) {
            throw EntityTags.stale(
                    table.find(document.id()).map(Document::version).orElse(0));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
