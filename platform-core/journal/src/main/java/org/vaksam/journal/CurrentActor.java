package org.vaksam.journal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;

/** Who acts on this thread. Security itself writes to the journal, so the journal cannot wait for it: until it is there, nobody. */
@Component(service = CurrentActor.class)
public final class CurrentActor {
    private final AtomicReference<Access> access = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAccess(Access service) {
        access.set(service);
    }

    void unbindAccess(Access service) {
        access.compareAndSet(service, null);
    }

    Caller get() {
        Access service = access.get();
        return service == null ? Caller.anonymous(Locale.ENGLISH) : service.caller();
    }
}
