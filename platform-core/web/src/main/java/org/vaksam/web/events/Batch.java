package org.vaksam.web.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;

/** Some journal entries in a row; finds out, when first asked, what their records are now. */
final class Batch {
    private final List<Sealed> entries;
    private final Supplier<Optional<RecordSource>> records;
    private final Supplier<Optional<Units>> units;
    private final Supplier<Optional<RecordShares>> shares;
    private @Nullable Map<String, RecordRow> rows;
    private @Nullable SharesAtOnce shared;

    Batch(
            List<Sealed> entries,
            Supplier<Optional<RecordSource>> records,
            Supplier<Optional<Units>> units,
            Supplier<Optional<RecordShares>> shares) {
        this.entries = entries;
        this.records = records;
        this.units = units;
        this.shares = shares;
    }

    List<Sealed> entries() {
        return entries;
    }

    /**
     * Whether this record is seen so. One that is gone, or that nobody can be asked about, has no unit: it is seen by those who
     * see everything of its type.
     */
    boolean shows(String record, RecordVisibility visibility) {
        Optional<RecordSource> source = records.get();
        Optional<Units> tree = units.get();
        if (source.isEmpty() || tree.isEmpty()) {
            return visibility.read().everywhere() && visibility.restricted().everywhere();
        }
        RecordRow row = rows(source.get()).get(record);
        return row == null ? visibility.read().everywhere() : visibility.shows(row, tree.get(), shared());
    }

    private RecordShares shared() {
        SharesAtOnce known = shared;
        if (known == null) {
            known = SharesAtOnce.of(shares.get().orElse(RecordShares.NONE), ids());
            shared = known;
        }
        return known;
    }

    private List<String> ids() {
        return entries.stream()
                .filter(entry -> EventKinds.isRecord(entry.subjectType()))
                .map(Sealed::subject)
                .distinct()
                .toList();
    }

    private Map<String, RecordRow> rows(RecordSource source) {
        Map<String, RecordRow> known = rows;
        if (known == null) {
            known = source.byIds(ids()).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
            rows = known;
        }
        return known;
    }
}
