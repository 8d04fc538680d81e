package org.vaksam.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.Secrecy;

/** Has every record; some are restricted, some in a unit. */
public final class FakeRecords implements RecordSource {
    public final Set<String> restricted = ConcurrentHashMap.newKeySet();
    public final Map<String, String> units = new ConcurrentHashMap<>();

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        return ids.stream().map(this::row).toList();
    }

    private RecordRow row(String id) {
        return RecordRow.builder(id, "INC-1", "incidents.report", "theft")
                .state("received", "open")
                .unit(Optional.ofNullable(units.get(id)))
                .secrecy(Secrecy.of(restricted.contains(id) ? "restricted" : "internal"))
                .channel("api")
                .build();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return List.of();
    }

    @Override
    public long count() {
        return 0;
    }
}
