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
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Units;

/** Takes the state of records as it is now into an index. Knows the roles of fields and asks again when a kind is new. */
final class RecordIndexer {
    private static final int MOST_IDS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(RecordIndexer.class);

    private final RecordSource source;
    private final RecordTypes recordTypes;
    private final RecordShares shares;
    private final DocumentFactory documents;
    private volatile FieldRoles roles;
    private volatile Map<Kind, Integer> versions;

    RecordIndexer(RecordSource source, RecordTypes recordTypes, Units units, RecordShares shares) {
        this.shares = shares;
        this.source = source;
        this.recordTypes = recordTypes;
        this.documents = new DocumentFactory(units);
        this.roles = FieldRoles.of(recordTypes);
        this.versions = versions(recordTypes);
    }

    FieldRoles roles() {
        return roles;
    }

    /** Definitions may have changed. */
    void readRoles() {
        roles = FieldRoles.of(recordTypes);
        versions = versions(recordTypes);
    }

    /** Puts the records with these ids as they are now, and removes those that are no more. */
    void renew(OpenIndex index, Collection<String> ids) throws IOException {
        List<String> all = ids.stream().filter(RecordIndexer::isId).distinct().toList();
        for (int start = 0; start < all.size(); start += MOST_IDS) {
            List<String> some = all.subList(start, Math.min(all.size(), start + MOST_IDS));
            List<RecordRow> rows = source.byIds(some);
            Set<String> gone = new HashSet<>(some);
            rows.forEach(row -> gone.remove(row.id()));
            put(index, rows);
            index.remove(gone);
        }
    }

    /** Adds these records to an index that has none of them. */
    void add(OpenIndex index, List<RecordRow> rows) throws IOException {
        Map<String, List<RecordShares.Share>> shared = shared(rows);
        for (RecordRow row : rows) {
            Optional<Document> document = document(row, shared);
            if (document.isPresent()) {
                index.add(document.get());
            }
        }
    }

    private void put(OpenIndex index, List<RecordRow> rows) throws IOException {
        Map<String, List<RecordShares.Share>> shared = shared(rows);
        for (RecordRow row : rows) {
            Optional<Document> document = document(row, shared);
            if (document.isPresent()) {
                index.put(row.id(), document.get());
            }
        }
    }

    private Map<String, List<RecordShares.Share>> shared(List<RecordRow> rows) {
        return shares.of(rows.stream().map(RecordRow::id).toList());
    }

    private Optional<Document> document(RecordRow row, Map<String, List<RecordShares.Share>> shared) {
        if (row.definitionVersion() > versions.getOrDefault(new Kind(row.type(), row.kind()), 0)) {
            readRoles();
        }
        try {
            return Optional.of(documents.document(row, roles, shared.getOrDefault(row.id(), List.of())));
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
