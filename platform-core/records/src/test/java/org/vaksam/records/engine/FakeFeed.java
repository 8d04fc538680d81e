package org.vaksam.records.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.spi.journal.JournalFeed;

/** The fake journal's entries, sealed at once. */
public record FakeFeed(FakeJournal journal) implements JournalFeed {
    @Override
    public long head() {
        return journal.entries().size();
    }

    @Override
    public List<Sealed> after(long position, int limit) {
        var all = new ArrayList<Sealed>();
        List<Entry> entries = journal.entries();
        for (int i = (int) position; i < Math.min(entries.size(), position + limit); i++) {
            all.add(sealed(entries.get(i), i + 1));
        }
        return all;
    }

    @Override
    public List<Sealed> about(String subjectType, String subject, long before, int limit) {
        var all = new ArrayList<Sealed>();
        for (int i = 0; i < journal.entries().size(); i++) {
            Entry entry = journal.entries().get(i);
            if (entry.subject().equals(subject) && entry.subjectType().equals(subjectType) && i + 1 < before) {
                all.add(sealed(entry, i + 1));
            }
        }
        Collections.reverse(all);
        return all.subList(0, Math.min(limit, all.size()));
    }

    @Override
    public boolean awaitSealed(Duration limit) {
        return true;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return () -> {};
    }

    private static Sealed sealed(Entry entry, int position) {
        return new Sealed(
                position,
                "id-" + position,
                Instant.EPOCH,
                Optional.of(FakeAccess.ANNA),
                "Anna",
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.data(),
                "");
    }
}
