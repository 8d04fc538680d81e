package org.vaksam.records.store;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** Stored records as other bundles get them: without the values of what is secret. */
@Component
public final class OpenRecords implements RecordSource {
    private final RecordStore store;

    @Activate
    public OpenRecords(@Reference RecordStore store) {
        this.store = store;
    }

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        return withoutSecrets(store.byIds(ids));
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return withoutSecrets(store.page(afterId, limit));
    }

    @Override
    public long count() {
        return store.count();
    }

    private static List<RecordRow> withoutSecrets(List<RecordRow> rows) {
        return rows.stream().map(RecordRow::withoutSecrets).toList();
    }
}
