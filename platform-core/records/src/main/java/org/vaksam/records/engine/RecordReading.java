package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.store.RecordStore;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordVisibility;

/** Reads records for a caller; reading what is restricted or secret leaves a trace. */
@Component(service = RecordReading.class)
public final class RecordReading {
    private final RecordStore store;
    private final RecordPermissions permissions;
    private final Journal journal;

    @Activate
    public RecordReading(
            @Reference RecordStore store, @Reference RecordPermissions permissions, @Reference Journal journal) {
        this.store = store;
        this.permissions = permissions;
        this.journal = journal;
    }

    /** The stored record with this id or number, whoever asks. */
    public Optional<RecordRow> find(String idOrNumber) {
        return Ids.isId(idOrNumber) ? store.byId(idOrNumber) : store.byNumber(idOrNumber);
    }

    /** The same, at the price of finding one that the caller may not see. */
    Optional<RecordRow> looked(String idOrNumber) {
        Optional<RecordRow> row = find(idOrNumber);
        if (row.isEmpty()) {
            permissions.lookInVain(idOrNumber);
        }
        return row;
    }

    /** The record of any area, if the caller may see it; leaves no trace. */
    public Optional<RecordRow> shown(String idOrNumber) {
        return looked(idOrNumber).filter(permissions::shows);
    }

    /** 403 when there is nothing of this type that the caller could see. */
    public void requireArea(String type) {
        permissions.requireArea(type);
    }

    /** The record for the caller to see: 403 without permission for the area, 404 when it is missing or hidden. */
    public RecordRow read(String type, String idOrNumber) {
        return traced(seen(type, idOrNumber));
    }

    /** The same, for what tells nothing of its content: leaves no trace. */
    public RecordRow seen(String type, String idOrNumber) {
        permissions.requireArea(type);
        return looked(idOrNumber)
                .filter(row -> row.type().equals(type) && permissions.shows(row))
                .orElseThrow(RecordPermissions::missing);
    }

    /** The record of any area for the caller to see: 404 also without permission for its area. */
    public RecordRow read(String idOrNumber) {
        return looked(idOrNumber).filter(permissions::shows).map(this::traced).orElseThrow(RecordPermissions::missing);
    }

    /** Those of these records that the caller may see, in this order, for a list; what has vanished is skipped. */
    public List<RecordRow> readAll(List<String> ids) {
        var byId = new HashMap<String, RecordRow>();
        store.byIds(ids).forEach(row -> byId.put(row.id(), row));
        var rows = new ArrayList<RecordRow>();
        for (String id : ids) {
            RecordRow row = byId.get(id);
            if (row != null && permissions.shows(row)) {
                rows.add(row);
            }
        }
        List<Journal.Entry> traces = rows.stream()
                .filter(RecordVisibility::isRestricted)
                .map(RecordReading::trace)
                .toList();
        if (!traces.isEmpty()) {
            journal.appendAll(traces);
        }
        return rows;
    }

    private RecordRow traced(RecordRow row) {
        boolean secrets = row.hasSecrets() && permissions.showsSecrets(row);
        if (secrets || RecordVisibility.isRestricted(row)) {
            journal.append(trace(row));
        }
        return row;
    }

    private static Journal.Entry trace(RecordRow row) {
        return new Journal.Entry("record.read", row.type(), row.id(), Map.of("number", row.number()));
    }
}
