package org.vaksam.insight.testing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** Records in memory. */
public final class FakeRecords implements RecordSource {
    private final ConcurrentSkipListMap<String, RecordRow> rows = new ConcurrentSkipListMap<>();
    private final AtomicInteger pages = new AtomicInteger();

    /** While set, none can be read. */
    public volatile boolean broken;

    public void put(RecordRow row) {
        rows.put(row.id(), row);
    }

    public void remove(String id) {
        rows.remove(id);
    }

    /** All of them, by id. */
    public List<RecordRow> all() {
        return List.copyOf(rows.values());
    }

    /** How many pages were read: only a rebuild does. */
    public int pagesRead() {
        return pages.get();
    }

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        if (broken) {
            throw new IllegalStateException("no database");
        }
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        pages.incrementAndGet();
        return afterId.map(id -> rows.tailMap(id, false)).orElse(rows).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return rows.size();
    }
}
