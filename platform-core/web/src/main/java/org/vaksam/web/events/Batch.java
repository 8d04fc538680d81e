package org.vaksam.web.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** Some journal entries in a row; finds out, when first asked, which of their records are not for everybody. */
final class Batch {
    private static final String RESTRICTED = "restricted";

    private final List<Sealed> entries;
    private final Supplier<Optional<RecordSource>> records;
    private @Nullable Set<String> secret;

    Batch(List<Sealed> entries, Supplier<Optional<RecordSource>> records) {
        this.entries = entries;
        this.records = records;
    }

    List<Sealed> entries() {
        return entries;
    }

    /** Whether this record takes the permission for restricted ones; also when that cannot be found out. */
    boolean isRestricted(String record) {
        Set<String> known = secret;
        if (known == null) {
            known = secret();
            secret = known;
        }
        return known.contains(record);
    }

    private Set<String> secret() {
        Set<String> ids = entries.stream()
                .filter(entry -> EventKinds.isRecord(entry.subjectType()))
                .map(Sealed::subject)
                .collect(Collectors.toSet());
        return records.get()
                .map(source -> source.byIds(List.copyOf(ids)).stream()
                        .filter(row -> row.secrecy().equals(RESTRICTED))
                        .map(RecordRow::id)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(ids);
    }
}
