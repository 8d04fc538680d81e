package org.vaksam.exchange;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.spi.records.RecordSearch;

/** The read model of this node; imports run without it, and then it never has anything. */
@Component(service = SearchedReadModel.class)
public final class SearchedReadModel implements ReadModel {
    private final AtomicReference<RecordSearch> search = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSearch(RecordSearch service) {
        search.set(service);
    }

    void unbindSearch(RecordSearch service) {
        search.compareAndSet(service, null);
    }

    @Override
    public boolean hasAll(Duration limit) throws InterruptedException {
        RecordSearch service = search.get();
        return service != null && service.hasAll(limit);
    }
}
