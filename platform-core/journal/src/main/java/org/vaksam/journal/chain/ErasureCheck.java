package org.vaksam.journal.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.journal.chain.Finding.Kind;

/**
 * Tells content that was erased as it may be from content that somebody took away: the former has a later entry, sealed like
 * any other, which says that what was known of the same subject was erased.
 */
final class ErasureCheck {
    private record Subject(String type, String id) {}

    private record Erased(Subject subject, String entry, long position) {}

    private final Map<Subject, String> permits = new HashMap<>();
    private final List<Erased> erased = new ArrayList<>();

    /** A row, wherever it stands: the keys of entries are in the order of their time. */
    void passed(SealedEntry row) {
        row.entry().ifPresent(entry -> {
            var subject = new Subject(entry.subjectType(), entry.subject());
            if (entry.action().equals(EntryRow.ERASED)) {
                permits.merge(subject, entry.id(), (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
            if (entry.details().isErased()) {
                erased.add(new Erased(subject, entry.id(), row.position()));
            }
        });
    }

    /** What was taken away without a word. */
    List<Finding> findings() {
        return erased.stream()
                .filter(one -> permits.getOrDefault(one.subject(), "").compareTo(one.entry()) <= 0)
                .map(one -> Finding.at(Kind.ERASED, one.position()))
                .toList();
    }
}
