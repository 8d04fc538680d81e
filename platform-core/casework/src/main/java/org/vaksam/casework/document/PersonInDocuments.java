package org.vaksam.casework.document;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in what is said of documents on assets; those on records are found with the record. Content is not looked through. */
@Component
public final class PersonInDocuments implements PersonalData {
    private static final Text AREA = new Text("Dokument på tillgångar", "Documents on assets");
    private static final String ASSET_DOCUMENTS = "SELECT id FROM document WHERE asset_id IS NOT NULL ORDER BY id";

    private final PlatformDatabase database;
    private final DocumentTable table;
    private final DocumentRights rights;

    @Activate
    public PersonInDocuments(@Reference DocumentTable table, @Reference DocumentRights rights) {
        this.database = table.database();
        this.table = table;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        var places = new ArrayList<PersonPlace>();
        var hidden = new HashSet<String>();
        for (String id : database.read(sql -> sql.list(ASSET_DOCUMENTS, row -> row.getString(1)))) {
            Optional<Document> document = table.find(id);
            if (document.isEmpty() || mentions(person, document.get()).isEmpty()) {
                continue;
            }
            if (places.size() == MOST) {
                return new Found(List.copyOf(places), hidden, true);
            }
            if (sees(document.get())) {
                places.add(place(person, document.get()));
            } else {
                hidden.add(id);
            }
        }
        return new Found(List.copyOf(places), hidden, false);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        Optional<Document> found = table.find(id).filter(this::sees);
        if (found.isEmpty()) {
            return Map.of();
        }
        var copy = new LinkedHashMap<String, @Nullable Object>();
        copy.put("description", found.get().description());
        copy.put("names", table.versions(id).stream().map(Version::name).toList());
        copy.put("addedAt", found.get().addedAt().toString());
        copy.put("foundIn", List.copyOf(mentions(person, found.get())));
        return copy;
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        Optional<Document> found = table.find(id);
        if (found.isEmpty()) {
            return Outcome.GONE;
        }
        Document document = found.get();
        List<Version> versions = table.versions(id);
        return database.write(sql -> {
            int changed = sql.update(
                    "UPDATE document SET description = ?, added_by = ?, version = version + 1 WHERE id = ? AND version = ?",
                    person.removedFrom(document.description()),
                    person.removedFrom(document.addedBy()),
                    id,
                    Integer.parseInt(version));
            if (changed == 0) {
                return Outcome.CHANGED;
            }
            for (Version each : versions) {
                erase(sql, person, each);
            }
            return Outcome.ERASED;
        });
    }

    private static void erase(Sql sql, Person person, Version version) throws SQLException {
        sql.update(
                "UPDATE document_version SET name = ?, made_by = ? WHERE document_id = ? AND number = ?",
                person.removedFrom(version.name()),
                person.removedFrom(version.madeBy()),
                version.document(),
                version.number());
    }

    private PersonPlace place(Person person, Document document) {
        String name = table.versions(document.id()).stream()
                .findFirst()
                .map(Version::name)
                .orElse("");
        return new PersonPlace(
                document.id(),
                Integer.toString(document.version()),
                document.asset(),
                AREA,
                person.removedFrom(name),
                name,
                List.copyOf(mentions(person, document)),
                false,
                DocumentRights.isRestricted(document),
                Optional.empty());
    }

    private boolean sees(Document document) {
        try {
            rights.of(document);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private Set<String> mentions(Person person, Document document) {
        var found = new LinkedHashSet<String>();
        note(found, "description", person.isIn(document.description()));
        note(found, "addedBy", person.isIn(document.addedBy()));
        for (Version version : table.versions(document.id())) {
            note(found, "name", person.isIn(version.name()));
            note(found, "madeBy", person.isIn(version.madeBy()));
        }
        return found;
    }

    private static void note(Set<String> found, String field, boolean is) {
        if (is) {
            found.add(field);
        }
    }
}
