package org.vaksam.insight.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes;

/** Takes the state of records as it is now into an index. Knows the roles of fields and asks again when a kind is new. */
final class RecordIndexer {
    private static final int MOST_IDS = 1_000;
    private static final int AT_ONCE = 256;
    private static final Logger LOG = LoggerFactory.getLogger(RecordIndexer.class);

    private final DocumentSources sources;
    private final DocumentFactory documents;
    private volatile FieldRoles roles;
    private volatile Map<Kind, Integer> versions;

    RecordIndexer(DocumentSources sources) {
        this.sources = sources;
        this.documents = new DocumentFactory(sources.units(), sources.areas());
        this.roles = sources.roles();
        this.versions = versions(sources.types());
    }

    FieldRoles roles() {
        return roles;
    }

    /** Definitions may have changed. */
    void readRoles() {
        roles = sources.roles();
        versions = versions(sources.types());
    }

    /** Puts the records with these ids as they are now, and removes those that are no more. */
    void renew(OpenIndex index, Collection<String> ids) throws IOException {
        List<String> all = ids.stream().filter(RecordIndexer::isId).distinct().toList();
        for (int start = 0; start < all.size(); start += MOST_IDS) {
            List<String> some = all.subList(start, Math.min(all.size(), start + MOST_IDS));
            List<RecordRow> rows = sources.records().byIds(some);
            Set<String> gone = new HashSet<>(some);
            rows.forEach(row -> gone.remove(row.id()));
            put(index, rows);
            index.remove(gone);
        }
    }

    /** Adds these records to an index that has none of them. */
    void add(OpenIndex index, List<RecordRow> rows) throws IOException {
        each(rows, (row, document) -> index.add(document));
    }

    private void put(OpenIndex index, List<RecordRow> rows) throws IOException {
        each(rows, (row, document) -> index.put(row.id(), document));
    }

    /** What lies around records may be long texts: so many of them at a time. */
    private void each(List<RecordRow> rows, Taking taking) throws IOException {
        for (int start = 0; start < rows.size(); start += AT_ONCE) {
            List<RecordRow> some = rows.subList(start, Math.min(rows.size(), start + AT_ONCE));
            DocumentSources.Together about = sources.about(some);
            for (RecordRow row : some) {
                Optional<Document> document = document(row, about);
                if (document.isPresent()) {
                    taking.take(row, document.get());
                }
            }
        }
    }

    /** What is done with a document. */
    private interface Taking {
        void take(RecordRow row, Document document) throws IOException;
    }

    private Optional<Document> document(RecordRow row, DocumentSources.Together about) {
        if (row.definitionVersion() > versions.getOrDefault(new Kind(row.type(), row.kind()), 0)) {
            readRoles();
        }
        try {
            return Optional.of(documents.document(row, roles, about.of(row)));
        } catch (RuntimeException e) {
            LOG.error("Record {} cannot be indexed and is missing from lists", row.id(), e);
            return Optional.empty();
        }
    }

    private static Map<Kind, Integer> versions(RecordTypes recordTypes) {
        return recordTypes.types().stream()
                .flatMap(type -> recordTypes.definitions(type.name()).stream())
                .collect(Collectors.toMap(
                        definition -> new Kind(definition.type(), definition.kind()),
                        RecordTypes.Definition::version,
                        Math::max));
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whose newest definition the roles know. */
    private record Kind(String type, String kind) {}
}
