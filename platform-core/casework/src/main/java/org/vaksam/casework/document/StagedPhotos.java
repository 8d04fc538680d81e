package org.vaksam.casework.document;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Caller;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.security.Authenticator;

/**
 * Photos of people without an account. Those of a form wait under a name of its own, for a day at most, until its report is
 * stored; the same picture twice is one.
 */
@Component(service = StagedPhotos.class)
public final class StagedPhotos {
    private static final String TARGET = "photo";
    private static final String SECRECY = "internal";

    private final Documents documents;
    private final AttachedDocuments attached;
    private final DocumentTable table;
    private final DocumentRights rights;
    private final Authenticator authenticator;

    @Activate
    public StagedPhotos(
            @Reference Documents documents,
            @Reference AttachedDocuments attached,
            @Reference DocumentTable table,
            @Reference DocumentRights rights,
            @Reference Authenticator authenticator) {
        this.documents = documents;
        this.attached = attached;
        this.table = table;
        this.rights = rights;
        this.authenticator = authenticator;
    }

    /** A photo that waits. */
    public record Photo(String id, String name) {}

    /** Photos of a form. */
    public List<Photo> of(String form) {
        var photos = new ArrayList<Photo>();
        var contents = new HashSet<String>();
        List<Document> staged = table.stagedBy(form);
        var versions = table.newest(staged);
        for (Document document : staged) {
            var version = versions.get(document.id());
            if (version != null && contents.add(version.sha256())) {
                photos.add(new Photo(document.id(), version.name()));
            }
        }
        return List.copyOf(photos);
    }

    /**
     * Keeps a photo until its report is stored.
     *
     * @param form whose photo it is, once in the platform
     * @param name as its sender calls it
     * @param most so many bytes it may have
     * @throws org.vaksam.api.problem.Problem when it is no picture, damaged or too large, or there is no room
     */
    public void add(String form, String name, InputStream content, long most) {
        Upload upload = Uploading.of(TARGET, name, "", SECRECY, "remove", null);
        var owner = new Caller(Caller.Kind.PLATFORM, Optional.empty(), form, Set.of(), Locale.ENGLISH);
        try (var bound = authenticator.bind(owner)) {
            documents.addPhoto(upload, content, most);
        }
    }

    /** Gives the form's photos to the record that it has become, as the caller's; in the thread's transaction. */
    public void attach(String form, String record) {
        List<String> ids = of(form).stream().map(Photo::id).toList();
        table.database().write(sql -> {
            Set<String> refused = attached.attach(record, ids, form);
            for (String id : ids) {
                if (!refused.contains(id)) {
                    DocumentTable.broughtBy(sql, id, rights.owner());
                }
            }
            return ids.size();
        });
    }

    /** Takes photos of the form away; others stay. */
    public void remove(String form, Collection<String> ids) {
        table.database().write(sql -> {
            int removed = 0;
            for (Document document : table.stagedBy(form)) {
                removed += ids.contains(document.id()) && DocumentTable.delete(sql, document) ? 1 : 0;
            }
            return removed;
        });
    }
}
