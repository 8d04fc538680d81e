package org.vaksam.casework.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.document.Documents.Seen;
import org.vaksam.casework.document.store.Document;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.text.TextState;
import org.vaksam.casework.document.text.TextTable;
import org.vaksam.casework.document.type.FileType;
import org.vaksam.spi.security.Accounts;

/** Documents as JSON. */
@Component(service = DocumentJson.class)
public final class DocumentJson {
    private final ObjectMapper mapper = new ObjectMapper();
    private final DocumentTable table;
    private final TextTable texts;
    private final DocumentSettings settings;
    private final Accounts accounts;

    @Activate
    public DocumentJson(
            @Reference DocumentTable table,
            @Reference TextTable texts,
            @Reference DocumentSettings settings,
            @Reference Accounts accounts) {
        this.table = table;
        this.texts = texts;
        this.settings = settings;
        this.accounts = accounts;
    }

    /** The documents of a place, with their newest versions, and what may be done there. */
    String list(Standing place, List<Seen> documents) {
        Map<String, Version> newest =
                table.newest(documents.stream().map(Seen::document).toList());
        var ids = new HashSet<String>();
        newest.values().forEach(version -> ids.add(version.madeBy()));
        documents.forEach(seen -> ids.add(seen.document().addedBy()));
        Map<String, String> names = accounts.names(ids);
        Map<String, TextState> states =
                texts.states(newest.values().stream().map(Version::sha256).toList());
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (Seen seen : documents) {
            Version version = newest.get(seen.document().id());
            if (version != null) {
                items.add(document(seen, version, names, states));
            }
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("items", items);
        answer.put("mayAdd", place.mayAdd());
        answer.put("limits", limits());
        return write(answer);
    }

    /** A document with all its versions, newest first. */
    String one(Seen seen) {
        List<Version> versions = table.versions(seen.document().id());
        var ids = new HashSet<String>();
        versions.forEach(version -> ids.add(version.madeBy()));
        ids.add(seen.document().addedBy());
        Map<String, String> names = accounts.names(ids);
        Map<String, TextState> states =
                texts.states(versions.stream().map(Version::sha256).toList());
        Map<String, @Nullable Object> document = document(seen, versions.get(0), names, states);
        document.put(
                "versions",
                versions.stream().map(each -> version(each, names, states)).toList());
        return write(document);
    }

    private Map<String, Object> limits() {
        return Map.of(
                "bytes",
                settings.bytes(),
                "files",
                settings.files(),
                "mediaTypes",
                settings.types().stream().map(FileType::mediaType).sorted().toList());
    }

    private static Map<String, @Nullable Object> document(
            Seen seen, Version newest, Map<String, String> names, Map<String, TextState> states) {
        Document document = seen.document();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", document.id());
        json.put("record", document.record().orElse(null));
        json.put("asset", document.asset().orElse(null));
        json.put("description", document.description());
        json.put("secrecy", document.secrecy());
        json.put("version", document.version());
        json.put("addedAt", document.addedAt().toString());
        json.put("addedBy", person(document.addedBy(), names));
        json.put("newest", version(newest, names, states));
        json.put("mayAdd", seen.standing().mayAdd());
        json.put("mayChange", seen.standing().mayHandle());
        json.put("mayRemove", seen.mayRemove());
        return json;
    }

    private static Map<String, @Nullable Object> version(
            Version version, Map<String, String> names, Map<String, TextState> states) {
        String content = "/api/documents/" + version.document() + "/content?version=" + version.number();
        String small = "/api/documents/" + version.document() + "/thumbnail?version=" + version.number();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", version.number());
        json.put("name", version.name());
        json.put("mediaType", version.mediaType());
        json.put("bytes", version.bytes());
        json.put("sha256", version.sha256());
        json.put("metadata", version.metadata());
        json.put(
                "text", states.getOrDefault(version.sha256(), TextState.WAITING).id());
        json.put("madeAt", version.madeAt().toString());
        json.put("madeBy", person(version.madeBy(), names));
        json.put("content", content);
        json.put("thumbnail", version.thumbnail() ? small : null);
        return json;
    }

    private static Map<String, String> person(String id, Map<String, String> names) {
        return Map.of("id", id, "name", Objects.requireNonNullElse(names.get(id), ""));
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
